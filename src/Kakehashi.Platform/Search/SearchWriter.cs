using System.Collections;
using System.Data.Common;
using System.Text;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Search;

/// <summary>Facet Search: puts the words of a record into the index.</summary>
internal sealed class SearchWriter : IDisposable
{
    private readonly SearchIndex index;
    private readonly RecordType type;
    private readonly Field[] fields;
    private readonly RowSink rows;
    private readonly DbCommand delete;

    public SearchWriter(SearchIndex index, RecordType type, DbConnection connection, DbTransaction transaction, RowSinks sinks)
    {
        (this.index, this.type) = (index, type);
        fields = [.. type.Fields.Where(field => field.IsSearched)];
        rows = sinks.Into("search", [index.Record, "type", "words"], [ColumnKind.Large, ColumnKind.Text, ColumnKind.Words]);
        delete = Command(connection, transaction, index.Delete, "@record");
    }

    public void Insert(Record record)
    {
        var words = SearchText.Words(Text(record));
        if (words.Length == 0) return;
        rows.Add([record.Number, type.Code, index.Stored(words)]);
    }

    public void Delete(long record)
    {
        delete.Parameters[0].Value = record;
        delete.ExecuteNonQuery();
    }

    public void Dispose() => delete.Dispose();

    private string Text(Record record)
    {
        var text = new StringBuilder();
        foreach (var field in fields) Append(text, field, field.Read(record));
        return text.ToString();
    }

    private static void Append(StringBuilder text, Field field, object? value)
    {
        switch (value)
        {
            case null: break;
            case Bilingual sides: text.Append(sides.Ja).Append('\n').Append(sides.En).Append('\n'); break;
            case string line when field is ChoiceField { Values: var values }: text.Append(values.Label(line)).Append('\n'); break;
            case string line: text.Append(line).Append('\n'); break;
            case IList parts when field is PartsField { Part: var part }:
                foreach (var one in parts)
                    foreach (var sub in part.Fields.Where(sub => sub.IsSearched)) Append(text, sub, sub.Read(one!));
                break;
            default: text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{value}\n"); break;
        }
    }

    private static DbCommand Command(DbConnection connection, DbTransaction transaction, string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var name in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
