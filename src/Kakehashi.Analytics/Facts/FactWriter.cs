using Kakehashi.Analytics.DuckDb;
using Kakehashi.Kernel;

namespace Kakehashi.Analytics.Facts;

/// <summary>Replaces facts of one kind within a projection.</summary>
public sealed class FactWriter : IDisposable
{
    private readonly DuckDbConnection connection;
    private readonly FactSchema schema;
    private readonly YearStarts years;
    private readonly CancellationToken cancel;
    private readonly int first = FixedColumns.All.Count + FixedColumns.Periods.Count;
    private readonly string table;
    private DuckDbAppender? appender;

    internal FactWriter(DuckDbConnection connection, FactSchema schema, YearStarts years, CancellationToken cancel)
    {
        (this.connection, this.schema, this.years, this.cancel) = (connection, schema, years, cancel);
        table = FactTables.Quote(schema.Name);
    }

    /// <summary>Removes every fact of this kind: the start of a rebuild.</summary>
    public void RemoveAll()
    {
        Flush();
        connection.Execute($"DELETE FROM {table}", cancel: cancel);
    }

    /// <summary>Removes the facts of these records, those appended in this projection too.</summary>
    public void Remove(IEnumerable<long> records)
    {
        Flush();
        connection.Execute("CREATE OR REPLACE TEMP TABLE removed (record BIGINT NOT NULL)", cancel: cancel);
        using (var ids = connection.Append("removed"))
        {
            foreach (var record in records)
            {
                ids.Set(0, record);
                ids.EndRow();
            }

            ids.Flush();
        }

        connection.Execute($"DELETE FROM {table} WHERE record IN (SELECT record FROM removed)", cancel: cancel);
    }

    /// <summary>Appends one fact. A record without a date makes no fact: it belongs to no period.</summary>
    /// <param name="fact">What every fact has.</param>
    /// <param name="values">
    /// A value for each column of the schema, in its order: string, long or int, decimal (or whole), DateOnly, bool, or null.
    /// </param>
    /// <exception cref="ArgumentException">A value does not fit its column, or their number differs.</exception>
    public void Append(in FixedValues fact, params ReadOnlySpan<object?> values)
    {
        if (values.Length != schema.Columns.Count)
            throw new ArgumentException($"{schema.Name} has {schema.Columns.Count} columns, {values.Length} values were given.", nameof(values));
        var rows = appender ??= connection.Append(schema.Name);
        rows.Set(0, fact.Record);
        if (fact.Unit is { } id) rows.Set(1, id);
        else rows.SetNull(1);
        rows.Set(2, fact.Date);
        Put(rows, 3, fact.Until);
        Put(rows, 4, fact.Entered);
        rows.Set(5, Period.Of(fact.Date, PeriodKind.FiscalYear, years).Key);
        rows.Set(6, Period.Of(fact.Date, PeriodKind.AcademicYear, years).Key);
        rows.Set(7, Period.Of(fact.Date, PeriodKind.CalendarYear, years).Key);
        rows.Set(8, Period.Of(fact.Date, PeriodKind.Quarter, years).Key);
        for (var i = 0; i < values.Length; i++) PutOwn(rows, i, values[i]);
        rows.EndRow();
    }

    /// <summary>Releases the appender; <see cref="FactStore.Project"/> does it.</summary>
    public void Dispose() => appender?.Dispose();

    internal void Flush() => appender?.Flush();

    private static void Put(DuckDbAppender rows, int column, DateOnly? day)
    {
        if (day is { } known) rows.Set(column, known);
        else rows.SetNull(column);
    }

    private void PutOwn(DuckDbAppender rows, int index, object? value)
    {
        var column = first + index;
        switch (schema.Columns[index].Type, value)
        {
            case (_, null): rows.SetNull(column); break;
            case (FactType.Text, string text): rows.Set(column, text); break;
            case (FactType.Whole, long whole): rows.Set(column, whole); break;
            case (FactType.Whole, int whole): rows.Set(column, (long)whole); break;
            case (FactType.Number, decimal number): rows.SetDecimal(column, number); break;
            case (FactType.Number, long number): rows.SetDecimal(column, number); break;
            case (FactType.Number, int number): rows.SetDecimal(column, number); break;
            case (FactType.Day, DateOnly day): rows.Set(column, day); break;
            case (FactType.Flag, bool flag): rows.Set(column, flag); break;
            default:
                throw new ArgumentException($"{schema.Name}.{schema.Columns[index].Name} is {schema.Columns[index].Type} and does not take a {value.GetType().Name}.", nameof(value));
        }
    }
}
