using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.StoreWriter;
using Kakehashi.TestServers;

namespace Kakehashi.Store.Tests;

public abstract class RecordsWithOneKey(Store store) : Specification(store)
{
    private static readonly string[] ManyKeys = ["日本-2", "ab-2", "aB-2", "ab-10", "ab-é", "ab-1", "日本-1", "b"];

    [Theory]
    [InlineData("A-1")]
    [InlineData("東北, (大学) = 'x'")]
    public async Task Are_refused_with_the_key_that_is_taken(string key)
    {
        Create(Product.Agreements, Agreement(key));
        var refused = Assert.Throws<DuplicateKeyException>(() => Create(Product.Agreements, Agreement("A-0"), Agreement(key)));
        Assert.Equal((Product.Agreements, key), (refused.Type, refused.Key));
        Assert.Equal("record.duplicate-key", refused.Refusal.Code);
        Assert.Equal(1, await Count("SELECT count(*) FROM agreements"));
    }

    [Fact]
    public void Are_refused_within_one_session() =>
        Assert.Equal("A-1", Assert.Throws<DuplicateKeyException>(() => Create(Product.Agreements, Agreement("A-1"), Agreement("A-1"))).Key);

    [Fact]
    public async Task Are_not_half_written_by_a_caller_who_goes_on()
    {
        Create(Product.Agreements, Agreement("A-1"));
        using (var session = Session())
        {
            Assert.Throws<DuplicateKeyException>(() =>
            {
                session.Create(Product.Agreements, Agreement("A-1"));
                session.Read();
            });
            Assert.Throws<InvalidOperationException>(() => session.Create(Product.Agreements, Agreement("A-2")));
            Assert.Throws<InvalidOperationException>(session.Commit);
        }

        Assert.Equal(1, await Count("SELECT count(*) FROM agreements"));
        Assert.Empty(await Faults());
    }

    [Fact]
    public void Are_refused_where_a_withdrawn_one_comes_back()
    {
        var first = Agreement("A-1");
        Create(Product.Agreements, first);
        Change(session => session.Withdraw(Product.Agreements, first));
        Create(Product.Agreements, Agreement("A-1"));
        Assert.Throws<DuplicateKeyException>(() => Change(session => session.Restore(Product.Agreements, first)));
    }

    [Fact]
    public async Task May_be_of_two_types()
    {
        Create(Product.Agreements, Agreement("X-1"));
        Create(Product.Units, Product.Make(Product.Units, ("unit_code", "X-1"), ("name", new Bilingual("理学部", null))));
        Assert.Equal(2, await Count("SELECT count(*) FROM record_key WHERE key = 'X-1'"));
    }

    [Theory]
    [InlineData("ab-1", "ab-1")]
    [InlineData("ab-", "ab-1 ab-10 ab-2 ab-é")]
    [InlineData("aB", "aB-2")]
    [InlineData("日", "日本-1 日本-2")]
    [InlineData("東", "")]
    [InlineData("%", "")]
    public async Task Are_found_by_its_beginning(string text, string found)
    {
        Create(Product.Agreements, ManyKeys.Select(key => Agreement(key)));
        await using var context = Database.Read();
        var numbers = await context.KeyedAsync(Product.Agreements, text, 5, Cancel);
        var records = (await context.LoadAsync(Product.Agreements, [.. numbers], Cancel)).ToDictionary(record => record.Number, record => Product.Agreements.Keys(record).Single());
        Assert.Equal(found, string.Join(' ', numbers.Select(number => records[number])));
    }

    [Fact]
    public async Task Are_found_by_it()
    {
        var (one, other) = (Agreement("A-1"), Agreement("A-2"));
        Create(Product.Agreements, one, other);
        await using var context = Database.Read();
        var found = await context.ResolveAsync(Product.Agreements, ["A-1", "A-2", "A-3"], Cancel);
        Assert.Equal([("A-1", one.Number), ("A-2", other.Number)], found.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)));
    }
}

public sealed class RecordsWithOneKeyInSqlite() : RecordsWithOneKey(new SqliteStore());

[Trait("Needs", "server")]
public sealed class RecordsWithOneKeyInPostgres(PostgresServer server) : RecordsWithOneKey(new PostgresStore(server));
