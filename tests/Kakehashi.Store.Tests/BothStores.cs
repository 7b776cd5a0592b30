using FsCheck.Fluent;
using Kakehashi.Kernel;
using Kakehashi.Platform.Lists;
using Kakehashi.Platform.Store;
using Kakehashi.StoreWriter;
using Kakehashi.Tests.Records;
using Kakehashi.TestServers;

namespace Kakehashi.Store.Tests;

[Trait("Needs", "server")]
public sealed class BothStores(PostgresServer server)
{
    [Fact]
    public async Task Find_the_same_records_by_the_same_words()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var one = new SqliteStore();
        await using var other = new PostgresStore(server);
        var (sqlite, postgres) = (await one.Open(cancel), await other.Open(cancel));
        var names = CanonicalValues.AnyText.Sample(400).ToList();
        Fill(sqlite, names);
        Fill(postgres, names);
        // pieces of what is there, so that most queries find something
        var queries = names.Take(150).Select((name, i) => name.Substring(i % 6, Math.Min(1 + i % 5, name.Length - i % 6))).ToList();
        var hits = 0;
        foreach (var query in queries)
        {
            var found = await Found(sqlite, query, cancel);
            Assert.Equal(found, await Found(postgres, query, cancel));
            hits += found.Count;
        }

        Assert.True(hits > queries.Count, $"{hits} hits of {queries.Count} queries are too few to tell");
    }

    private static void Fill(Database database, List<string> names)
    {
        using var session = database.Change(ChangeOrigin.Demo, TimeProvider.System);
        foreach (var (name, i) in names.Select((name, i) => (name, i)))
            session.Create(Product.Organisations, Product.Make(Product.Organisations, ("name", new Bilingual(name, null)), ("founded_in", 500 + i)));
        session.Commit();
    }

    private static async Task<IReadOnlyList<int>> Found(Database database, string words, CancellationToken cancel)
    {
        var page = await database.ListAsync(Product.Organisations, new() { Text = words, Size = 200 }, Actor.Local, cancel);
        return string.IsNullOrWhiteSpace(words) ? [page.Count] : [page.Count, .. page.Records.Select(record => (int)Product.Organisations.Field("founded_in")!.Read(record)!).Order().Take(page.Count <= 200 ? 200 : 0)];
    }
}
