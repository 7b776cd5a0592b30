using Kakehashi.Platform.Store;
using Kakehashi.Records.Fields;
using Kakehashi.StoreWriter;
using Kakehashi.TestServers;

namespace Kakehashi.Store.Tests;

/// <summary>So many records in one session that the store writes them in its own way.</summary>
public abstract class ALargeLoad(Store store) : Specification(store)
{
    private const int Many = 12_000;

    private static IEnumerable<Record> Agreements => Enumerable.Range(0, Many).Select(i => Agreement($"A-{i:D5}", ("website", i % 3 == 0 ? null : $"https://example.org/協定/{i}")));

    [Fact]
    public async Task Is_written_whole()
    {
        Create(Product.Agreements, Agreements);
        Assert.Equal(Many, await Count("SELECT count(*) FROM agreements"));
        Assert.Equal(Many, await Count("SELECT count(*) FROM record_key"));
        Assert.Equal(4_000, await Count("SELECT count(*) FROM agreements WHERE website IS NULL"));
        Assert.Empty(await Faults());
        Assert.Single(await Found(Product.Agreements, "A-11999"));
    }

    [Fact]
    public async Task Can_be_read_and_changed_while_it_goes_on()
    {
        using (var session = Session())
        {
            foreach (var (i, record) in Agreements.Index())
            {
                session.Create(Product.Agreements, record);
                if (i % 1_000 != 999) continue;
                var after = Agreement($"B-{i:D5}");
                Assert.True(session.Update(Product.Agreements, record, after));
                Assert.Equal([after.Number], (await session.Read().ResolveAsync(Product.Agreements, [$"B-{i:D5}"], Cancel)).Values);
            }

            session.Commit();
        }

        Assert.Equal(12, await Count("SELECT count(*) FROM agreements WHERE version = 2"));
        Assert.Empty(await Faults());
    }

    [Fact]
    public async Task Leaves_nothing_where_it_is_given_up()
    {
        using (var session = Session())
            foreach (var record in Agreements) session.Create(Product.Agreements, record);
        Assert.Equal(0, await Count("SELECT (SELECT count(*) FROM agreements) + (SELECT count(*) FROM record_key) + (SELECT count(*) FROM change)"));
        Create(Product.Agreements, Agreement("A-1"));
        Assert.Empty(await Faults());
    }

    [Theory]
    [InlineData(6_000)]
    [InlineData(11_999)]
    public async Task Is_refused_with_the_key_that_is_taken(int at)
    {
        Create(Product.Agreements, Agreement("taken"));
        var refused = Assert.Throws<DuplicateKeyException>(() => Create(Product.Agreements, Agreements.Select((record, i) => i == at ? Agreement("taken") : record)));
        Assert.Equal((Product.Agreements, "taken"), (refused.Type, refused.Key));
        Assert.Equal(1, await Count("SELECT count(*) FROM agreements"));
    }

    [Fact]
    public async Task May_share_identifiers_that_lead_to_the_first_who_has_them()
    {
        var records = Enumerable.Range(0, Many).Select(i => University(i, $"{i / 2:D9}")).ToList();
        Create(Product.Organisations, records);
        await using var context = Database.Read();
        var found = await context.ResolveAsync(Product.Organisations, ["pic:000000000", "pic:000005999"], Cancel);
        Assert.Equal([records[0].Number, records[11_998].Number], found.Values.Order());
    }

    private static Record University(int number, string pic)
    {
        var field = (PartsField)Product.Organisations.Field("identifiers")!;
        var identifiers = field.Part.List();
        foreach (var (scheme, value) in new[] { ("local", $"{number}"), ("pic", pic) })
        {
            var identifier = field.Part.New();
            field.Part.Fields.First(sub => sub.Code == "scheme").Write(identifier, scheme);
            field.Part.Fields.First(sub => sub.Code == "value").Write(identifier, value);
            identifiers.Add(identifier);
        }

        return Organisation($"大学{number}", ("identifiers", identifiers));
    }
}

public sealed class ALargeLoadInSqlite() : ALargeLoad(new SqliteStore());

[Trait("Needs", "server")]
public sealed class ALargeLoadInPostgres(PostgresServer server) : ALargeLoad(new PostgresStore(server));
