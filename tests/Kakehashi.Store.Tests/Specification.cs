using Kakehashi.Kernel;
using Kakehashi.Platform.History;
using Kakehashi.Platform.Lists;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.StoreWriter;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Store.Tests;

/// <summary>What every store must do: a situation is written once and run on each.</summary>
public abstract class Specification(Store store) : IAsyncLifetime
{
    private Database? database;

    protected Store Store => store;

    protected Database Database => database!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => database = await store.Open(Cancel);

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected ChangeSession Session() => Database.Change(ChangeOrigin.Form(Actor.Local), TimeProvider.System);

    /// <summary>Does something in one session and commits it.</summary>
    protected void Change(Action<ChangeSession> change)
    {
        using var session = Session();
        change(session);
        session.Commit();
    }

    /// <summary>As operations do where only they write records of the type.</summary>
    protected void Create(RecordType type, params IEnumerable<Record> records)
    {
        using var session = type.IsByOperations ? Database.Change(ChangeOrigin.Operation(Actor.Local), TimeProvider.System) : Session();
        foreach (var record in records) session.Create(type, record);
        session.Commit();
    }

    protected static Record Agreement(string reference, params IEnumerable<(string, object?)> values) =>
        Product.Make(Product.Agreements, [("reference", reference), ("title", new Bilingual($"協定{reference}", null)), .. values]);

    protected static Record Organisation(string name, params IEnumerable<(string, object?)> values) =>
        Product.Make(Product.Organisations, [("name", new Bilingual(name, null)), .. values]);

    /// <summary>The record as it is stored now.</summary>
    protected async Task<Record?> Stored(RecordType type, long number)
    {
        await using var context = Database.Read();
        return await context.FindAsync(type, number, Actor.Local, Cancel);
    }

    protected async Task<Record> Stored(RecordType type, Record record) => Assert.IsAssignableFrom<Record>(await Stored(type, record.Number));

    protected async Task<IReadOnlyList<Change>> Changes()
    {
        await using var context = Database.Read();
        return await context.Changes.OrderBy(change => change.ChangeSet).ThenBy(change => change.Ordinal).ToListAsync(Cancel);
    }

    protected async Task<IReadOnlyList<string>> Found(RecordType type, string words, ListQuery? query = null) =>
        [.. (await Database.ListAsync(type, (query ?? new()) with { Text = words }, Actor.Local, Cancel)).Records.Select(record => type.Caption(record).In(Language.Ja)).Order(StringComparer.Ordinal)];

    /// <summary>What somebody does who goes past the program.</summary>
    protected async Task Tamper(string sql)
    {
        await using var context = Database.Read();
        Assert.NotEqual(0, await context.Database.ExecuteSqlRawAsync(sql, Cancel));
    }

    protected async Task<long> Count(string sql)
    {
        await using var context = Database.Read();
        await context.Database.OpenConnectionAsync(Cancel);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(Cancel), System.Globalization.CultureInfo.InvariantCulture);
    }

    protected async Task<IReadOnlyList<string>> Faults() => [.. (await Database.VerifyAsync(null, Cancel)).Faults.Select(fault => fault.Code)];

    /// <summary>Equal in every field.</summary>
    protected static void AssertSame(RecordType type, Record expected, Record actual)
    {
        foreach (var field in type.Fields)
            Assert.True(SameValues.Are(field, field.Read(expected), field.Read(actual)),
                $"{type}.{field.Code}: wrote {Text(field, expected)}, read {Text(field, actual)}");
    }

    private static string Text(Kakehashi.Records.Fields.Field field, Record record) => Kakehashi.Records.Values.ValueTexts.Of(field, field.Read(record));
}
