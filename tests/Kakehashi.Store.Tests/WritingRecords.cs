using FsCheck.Fluent;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Fields;
using Kakehashi.StoreWriter;
using Kakehashi.Tests.Records;
using Kakehashi.TestServers;

namespace Kakehashi.Store.Tests;

public abstract class WritingRecords(Store store) : Specification(store)
{
    [Fact]
    public async Task Gives_a_new_record_a_number_and_its_first_version()
    {
        var agreement = Agreement("A-1");
        Create(Product.Agreements, agreement);
        var stored = await Stored(Product.Agreements, agreement);
        Assert.True(agreement.Number > 0);
        Assert.Equal((1, false), (stored.Version, stored.IsWithdrawn));
        AssertSame(Product.Agreements, agreement, stored);
    }

    [Fact]
    public async Task Gives_numbers_that_no_other_record_of_any_type_has()
    {
        var (agreement, partner, unit) = (Agreement("A-1"), Organisation("東北大学"), Product.Make(Product.Units, ("unit_code", "U1"), ("name", new Bilingual("文学部", null))));
        Create(Product.Agreements, agreement);
        Change(session =>
        {
            session.Create(Product.Organisations, partner);
            session.Create(Product.Units, unit);
        });
        Assert.Equal(3, new[] { agreement.Number, partner.Number, unit.Number }.Distinct().Count());
        Assert.Null(await Stored(Product.Agreements, partner.Number));
    }

    [Fact]
    public async Task Keeps_every_kind_of_value_as_it_was()
    {
        var values = new CanonicalValues { Codes = CanonicalValues.Lists(CodeLists.Countries, CodeLists.Regions, CodeLists.Fields, CodeLists.LanguagesOfTheWorld) };
        var kinds = new HashSet<Type>();
        foreach (var type in Product.Types.All)
        {
            var records = values.Record(type).Sample(40).DistinctBy(record => type.Keys(record).FirstOrDefault() ?? (object)record).ToList();
            Create(type, records);
            foreach (var record in records) AssertSame(type, record, await Stored(type, record));
            kinds.UnionWith(type.Fields.Where(field => records.Any(record => field.Read(record) is not null)).Select(field => field.GetType()));
        }

        Assert.Equal(typeof(IFieldKinds<>).GetMethods().Length, kinds.Count);
    }

    [Theory]
    [InlineData("0.0001")]
    [InlineData("-0.0001")]
    [InlineData("12.5")]
    [InlineData("99999999999999.9999")]
    [InlineData("-99999999999999.9999")]
    public async Task Keeps_amounts_to_four_digits_behind_the_point(string amount)
    {
        var credits = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);
        var stay = Product.Make(Product.Stays, ("reference", "S-1"), ("started_on", new DateOnly(2025, 4, 1)), ("credits", credits));
        Create(Product.Stays, stay);
        Assert.Equal(credits, Product.Stays.Field("credits")!.Read(await Stored(Product.Stays, stay)));
    }

    [Theory]
    [InlineData("東北", null)]
    [InlineData(null, "Tohoku")]
    public async Task Leaves_a_missing_side_missing(string? ja, string? en)
    {
        var agreement = Agreement("A-1", ("title", new Bilingual(ja, en)));
        Create(Product.Agreements, agreement);
        Assert.Equal(new Bilingual(ja, en), Product.Agreements.Field("title")!.Read(await Stored(Product.Agreements, agreement)));
    }

    [Fact]
    public async Task Takes_an_empty_side_for_a_missing_one()
    {
        var agreement = Agreement("A-1", ("title", new Bilingual("東北", "")));
        Create(Product.Agreements, agreement);
        Assert.Equal(new Bilingual("東北", null), Product.Agreements.Field("title")!.Read(await Stored(Product.Agreements, agreement)));
    }

    [Fact]
    public async Task Keeps_a_long_Japanese_text_and_emoji()
    {
        var note = string.Concat(Enumerable.Repeat("国際交流の記録😀𠮷", 1_800));
        var agreement = Agreement("A-1", ("note", note));
        Create(Product.Agreements, agreement);
        Assert.Equal(note, Product.Agreements.Field("note")!.Read(await Stored(Product.Agreements, agreement)));
    }

    [Fact]
    public async Task Leaves_out_what_no_store_can_hold()
    {
        var agreement = Agreement("A\0-1\ud83d", ("note", "前\0後"));
        Create(Product.Agreements, agreement);
        var stored = await Stored(Product.Agreements, agreement);
        Assert.Equal(("A-1\ufffd", "前後"), ((string, string))(Product.Agreements.Field("reference")!.Read(stored)!, Product.Agreements.Field("note")!.Read(stored)!));
        Assert.Empty(await Faults());
    }

    [Fact]
    public async Task Keeps_links_from_within_parts()
    {
        var (one, other) = (Organisation("甲大学"), Organisation("乙大学"));
        Create(Product.Organisations, one, other);
        var parties = (PartsField)Product.Agreements.Field("other_parties")!;
        var list = parties.Part.List();
        foreach (var partner in new[] { one, other })
        {
            var party = parties.Part.New();
            parties.Part.Fields.Single(field => field is LinkField).Write(party, partner.Number);
            list.Add(party);
        }

        var agreement = Agreement("A-1", ("other_parties", list));
        Create(Product.Agreements, agreement);
        AssertSame(Product.Agreements, agreement, await Stored(Product.Agreements, agreement));
        Assert.Equal(1, await Count($"SELECT count(*) FROM record_link WHERE target = {other.Number} AND record = {agreement.Number} AND field = 'other_parties'"));
    }

    [Fact]
    public async Task Updates_only_what_has_changed()
    {
        var agreement = Agreement("A-1", ("country", "JP"), ("note", "覚書"));
        Create(Product.Agreements, agreement);
        var (before, after) = (await Stored(Product.Agreements, agreement), await Stored(Product.Agreements, agreement));
        Product.Agreements.Field("country")!.Write(after, "FR");
        Change(session => Assert.True(session.Update(Product.Agreements, before, after)));
        Assert.Equal(2, (await Stored(Product.Agreements, agreement)).Version);
        AssertSame(Product.Agreements, after, await Stored(Product.Agreements, agreement));
        Assert.Equal("""{"country":["JP","FR"]}""", (await Changes())[^1].Values);
    }

    [Fact]
    public async Task Writes_nothing_where_nothing_has_changed()
    {
        var agreement = Agreement("A-1");
        Create(Product.Agreements, agreement);
        var same = await Stored(Product.Agreements, agreement);
        Change(session => Assert.False(session.Update(Product.Agreements, agreement, same)));
        Assert.Equal(1, (await Stored(Product.Agreements, agreement)).Version);
        Assert.Equal(1, await Count("SELECT count(*) FROM change_set"));
    }

    [Fact]
    public async Task Withdraws_and_brings_back()
    {
        var agreement = Agreement("A-1");
        Create(Product.Agreements, agreement);
        Change(session => session.Withdraw(Product.Agreements, agreement));
        Assert.True((await Stored(Product.Agreements, agreement)).IsWithdrawn);
        Assert.Equal(0, await Count("SELECT count(*) FROM record_key"));
        Change(session => session.Restore(Product.Agreements, agreement));
        var back = await Stored(Product.Agreements, agreement);
        Assert.Equal((false, 3), (back.IsWithdrawn, back.Version));
        Assert.Equal(["created", "withdrawn", "restored"], (await Changes()).Select(change => change.Kind));
    }

    [Fact]
    public async Task Refuses_a_change_of_what_somebody_else_has_changed_and_leaves_nothing()
    {
        var agreement = Agreement("A-1");
        Create(Product.Agreements, agreement);
        var (mine, yours, edited) = (await Stored(Product.Agreements, agreement), await Stored(Product.Agreements, agreement), await Stored(Product.Agreements, agreement));
        Product.Agreements.Field("country")!.Write(edited, "FR");
        Change(session => session.Update(Product.Agreements, yours, edited));
        var late = await Stored(Product.Agreements, agreement);
        Product.Agreements.Field("country")!.Write(late, "JP");
        using (var session = Session())
        {
            session.Create(Product.Agreements, Agreement("A-2"));
            Assert.Equal(agreement.Number, Assert.Throws<ConflictException>(() => session.Update(Product.Agreements, mine, late)).Record);
            Assert.Throws<InvalidOperationException>(session.Commit);
        }

        Assert.Equal("FR", Product.Agreements.Field("country")!.Read(await Stored(Product.Agreements, agreement)));
        Assert.Equal(1, await Count("SELECT count(*) FROM agreements"));
        Assert.Empty(await Faults());
    }

    [Fact]
    public async Task Leaves_nothing_without_a_commit()
    {
        using (var session = Session())
        {
            session.Create(Product.Agreements, Agreement("A-1", ("note", "がん研究")));
            session.Read();
        }

        foreach (var table in new[] { "agreements", "record_key", "record_link", "change", "change_set", "search" })
            Assert.Equal(0, await Count($"SELECT count(*) FROM {table}"));
    }

    [Fact]
    public void Writes_a_record_and_changes_it_in_one_session()
    {
        var agreement = Agreement("A-1");
        var after = Agreement("A-9");
        Change(session =>
        {
            session.Create(Product.Agreements, agreement);
            Assert.True(session.Update(Product.Agreements, agreement, after));
            session.Create(Product.Agreements, Agreement("A-1"));
        });
        Assert.Equal((agreement.Number, 2), (after.Number, after.Version));
    }
}

public sealed class WritingRecordsInSqlite() : WritingRecords(new SqliteStore());

[Trait("Needs", "server")]
public sealed class WritingRecordsInPostgres(PostgresServer server) : WritingRecords(new PostgresStore(server));
