using FsCheck.Fluent;
using Kakehashi.Kernel;
using Kakehashi.Platform.Lists;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Fields;
using Kakehashi.StoreWriter;
using Kakehashi.Tests.Records;
using Kakehashi.TestServers;

namespace Kakehashi.Store.Tests;

/// <summary>Lists against the same question asked of the records in memory.</summary>
/// <param name="store">Where.</param>
/// <param name="asked">The record types of which each field is asked for; all of them where none is named.</param>
public abstract class Lists(Store store, params string[] asked) : Specification(store)
{
    /// <summary>Those whose shapes differ most: without a unit, of many units, of persons.</summary>
    protected static readonly string[] ThreeShapes = ["organisation", "agreement", "mobility_period"];

    /// <summary>Few values, so that many records share one; words that every collation sorts alike.</summary>
    private static readonly CanonicalValues Values = new()
    {
        Codes = CanonicalValues.Lists(CodeLists.Countries, CodeLists.Regions, CodeLists.Fields, CodeLists.LanguagesOfTheWorld),
        Texts = from first in Gen.Choose(0, 25) from rest in Gen.Choose(0, 999_999) select $"{(char)('a' + first)} word {rest:000000}",
        Numbers = Gen.Choose(1, 6).Select(number => (long)number),
    };

    private IEnumerable<RecordType> Types => asked.Length == 0 ? Database.Types.All : asked.Select(code => Database.Types.WithCode(code)!);

    [Fact]
    public async Task Are_filtered_by_any_value_of_a_field_or_none()
    {
        foreach (var type in Types)
        {
            var records = Filled(type, 40);
            foreach (var field in FieldsOf(type).Where(field => field is not (PartsField or FlagField or PlaceField { IsOwn: true })))
            {
                var values = records.Select(field.Read).OfType<object>().Distinct().Take(2).ToList<object?>();
                foreach (var wanted in new List<object?>[] { [.. values.Take(1)], values, [.. values, null], [null] }.Where(list => list.Count > 0))
                    await AssertListed(type, records, record => wanted.Any(value => Meets(field.Read(record), value)), new() { AnyOf = wanted }, field);
            }

            foreach (var flag in FieldsOf(type).OfType<FlagField>())
                await AssertListed(type, records, record => Equals(flag.Read(record), true), new() { AnyOf = [true] }, flag);
        }
    }

    [Fact]
    public async Task Are_filtered_by_either_side_of_a_bilingual_value()
    {
        foreach (var type in Types)
        {
            var records = Filled(type, 40);
            foreach (var field in FieldsOf(type).OfType<BilingualField>())
                foreach (var text in records.Select(field.Read).OfType<Bilingual>().Take(4).SelectMany(sides => new[] { sides.Ja, sides.En }).OfType<string>())
                    await AssertListed(type, records, record => field.Read(record) is Bilingual sides && (sides.Ja == text || sides.En == text), new() { AnyOf = [text] }, field);
        }
    }

    [Fact]
    public async Task Are_filtered_by_whether_there_is_a_value()
    {
        foreach (var type in Types)
        {
            var records = Filled(type, 40);
            foreach (var field in FieldsOf(type).Where(field => field is not FlagField))
                foreach (var has in new[] { true, false })
                    await AssertListed(type, records, record => (field.Read(record) is not (null or System.Collections.ICollection { Count: 0 })) == has, new() { HasValue = has }, field);
        }
    }

    [Fact]
    public async Task Are_filtered_by_a_piece_of_a_text_that_no_sign_in_it_widens()
    {
        string[] texts = ["100% of it", "1000 of it", "a_b", "aXb", @"c\d", "Université ABC", "大学と学校"];
        Create(Product.Agreements, texts.Select((text, i) => Agreement($"R{i}", ("title", i % 2 == 0 ? new Bilingual(text, null) : new Bilingual("x", text)), ("note", text))));
        foreach (var (piece, expected) in new[] { ("0%", "R0"), ("a_", "R2"), (@"c\d", "R4"), ("UNIVERSITé abc", "R5"), ("UNIVERSITÉ", ""), ("大学", "R6"), ("A", "R2 R3 R5"), ("OF IT", "R0 R1") })
            foreach (var field in new[] { "title", "note" })
                Assert.Equal(expected, string.Join(' ', (await Listed(field, new() { Contains = [piece] })).Order(StringComparer.Ordinal)));
        Assert.Equal(["R1", "R4"], (await Listed("title", new() { Contains = [@"\", "1000"] })).Order(StringComparer.Ordinal));
        Assert.Equal(["R1"], await Listed("reference", new() { Contains = ["r1"] }));
    }

    private async Task<IEnumerable<string>> Listed(string field, Condition condition) =>
        (await Database.ListAsync(Product.Agreements, new() { Where = new Dictionary<string, Condition> { [field] = condition } }, Actor.Local, Cancel)).Records
            .Select(record => (string)Product.Agreements.Field("reference")!.Read(record)!);

    [Fact]
    public async Task Are_filtered_by_a_range_of_numbers_amounts_and_days()
    {
        foreach (var type in Types)
        {
            var records = Filled(type, 40);
            foreach (var field in FieldsOf(type).Where(field => field is NumberField or AmountField or DayField))
            {
                var values = records.Select(field.Read).OfType<IComparable>().Order().ToList();
                var (from, to) = (values[values.Count / 4], values[values.Count * 3 / 4]);
                await AssertListed(type, records, record => field.Read(record) is IComparable value && value.CompareTo(from) >= 0 && value.CompareTo(to) <= 0, new() { From = from, To = to }, field);
                await AssertListed(type, records, record => field.Read(record) is IComparable value && value.CompareTo(to) <= 0, new() { To = to }, field);
            }
        }
    }

    [Fact]
    public async Task Say_which_field_has_no_order() =>
        Assert.Contains("country", (await Assert.ThrowsAsync<ArgumentException>(() => Database.ListAsync(
            Product.Agreements, new() { Where = new Dictionary<string, Condition> { ["country"] = new() { From = "FR" } } }, Actor.Local, Cancel))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Are_filtered_and_sorted_alike_however_many_meet_the_filter()
    {
        // few enough to be read from the first of the order, or too few of those, or none
        var countries = new[] { "FR", "FR", "FR", "DE", "DE", "VN" };
        var agreements = Enumerable.Range(0, 3_000).Select(i => Agreement($"A-{i}",
            ("country", i % 500 == 0 ? "SE" : countries[i % countries.Length]), ("expires_on", i % 7 == 0 ? null : (object?)new DateOnly(2020 + i % 11, 1 + i % 12, 1)))).ToList();
        Create(Product.Agreements, agreements);
        var expires = Product.Agreements.Field("expires_on")!;
        foreach (var country in (string[])["FR", "VN", "SE", "IT"])
            foreach (var (down, page) in from down in (bool[])[false, true] from page in (int[])[1, 2, 7] select (down, page))
            {
                var listed = await Database.ListAsync(Product.Agreements, new()
                {
                    Where = new Dictionary<string, Condition> { ["country"] = new() { AnyOf = [country] } },
                    Sort = "expires_on",
                    Descending = down,
                    Page = page,
                }, Actor.Local, Cancel);
                var meeting = agreements.Where(record => Equals(Product.Agreements.Field("country")!.Read(record), country)).ToList();
                Assert.Equal(meeting.Count, listed.Count);
                var (empty, dated) = (meeting.Where(record => expires.Read(record) is null), meeting.Where(record => expires.Read(record) is not null));
                var sorted = (down ? dated.OrderByDescending(expires.Read).ThenByDescending(record => record.Number) : dated.OrderBy(expires.Read).ThenBy(record => record.Number)).ToList();
                var none = down ? empty.OrderByDescending(record => record.Number) : empty.OrderBy(record => record.Number);
                Assert.Equal(sorted.Concat(none).Skip(50 * (page - 1)).Take(50).Select(record => record.Number), listed.Records.Select(record => record.Number));
            }
    }

    [Fact]
    public async Task Are_filtered_by_several_values_of_every_link_with_another_condition()
    {
        var records = Filled(Product.Stays, 60);
        foreach (var link in Product.Stays.Fields.OfType<LinkField>())
        {
            var wanted = records.Select(link.Read).OfType<object>().Distinct().Take(2).ToList<object?>();
            var where = new Dictionary<string, Condition> { [link.Code] = new() { AnyOf = wanted }, ["direction"] = new() { AnyOf = ["in"] } };
            var page = await Database.ListAsync(Product.Stays, new() { Where = where, Size = 200 }, Actor.Local, Cancel);
            var meeting = records.Where(record => where.All(condition => Holds(Product.Stays.Field(condition.Key)!.Read(record), condition.Value)));
            Assert.Equal(meeting.Select(record => record.Number).Order(), page.Records.Select(record => record.Number).Order());
        }
    }

    [Fact]
    public async Task Are_filtered_by_any_conditions_together_in_any_order()
    {
        var records = Some(Product.Stays, 300);
        var random = new Random(5);
        var fields = Product.Stays.Fields.Where(field => field.IsListed || field is LinkField or LineField).ToList();
        var (found, orders) = (0, fields.Where(ListOrder.CanSort).Select(field => field.Code).Append(null).ToList());
        for (var i = 0; i < 250; i++)
        {
            var where = Enumerable.Range(0, random.Next(4)).Select(_ => fields[random.Next(fields.Count)]).Distinct().ToDictionary(field => field.Code, field => Any(field, records, random));
            var query = new ListQuery { Where = where, Sort = orders[random.Next(orders.Count)], Descending = i % 2 == 0, Page = 1 + i % 3 % 2, Size = 20 };
            var listed = await Database.ListAsync(Product.Stays, query, Actor.Local, Cancel);
            var meeting = records.Where(record => where.All(condition => Holds(Product.Stays.Field(condition.Key)!.Read(record), condition.Value))).ToList();
            var sorted = Sorted(meeting, query).Select(record => record.Number).ToList();
            Assert.Equal((sorted.Count, string.Join(' ', sorted.Skip(20 * (query.Page - 1)).Take(20))), (listed.Count, string.Join(' ', listed.Records.Select(record => record.Number))));
            found += meeting.Count;
        }

        Assert.True(found > 2_000, $"{found} records of 250 lists are too few to tell");
    }

    [Fact]
    public async Task Are_sorted_by_every_listed_field_with_the_empty_ones_last_whichever_way()
    {
        foreach (var type in Types)
        {
            Filled(type, 40);
            foreach (var field in FieldsOf(type).Where(field => field.IsListed))
                foreach (var descending in new[] { false, true })
                {
                    var page = await Database.ListAsync(type, new() { Sort = field.Code, Descending = descending, Size = 200 }, Actor.Local, Cancel);
                    Assert.Equal(40, page.Records.Count);
                    AssertSorted([.. page.Records.Select(record => Key(field.Read(record)))], descending, $"{type}.{field.Code}");
                }
        }
    }

    [Fact]
    public async Task Show_every_record_on_exactly_one_page()
    {
        var numbers = Filled(Product.Agreements, 47).Select(record => record.Number).Order().ToList();
        foreach (var (sort, size) in new (string?, int)[] { (null, 7), ("state", 5), ("country", 10), ("renews_by_itself", 3), ("title", 47), ("nonsense", 20) })
            foreach (var descending in new[] { false, true })
            {
                var seen = new List<long>();
                for (var page = 1; page <= 48; page++)
                {
                    var shown = await Database.ListAsync(Product.Agreements, new() { Sort = sort, Descending = descending, Page = page, Size = size }, Actor.Local, Cancel);
                    Assert.Equal(47, page == 1 || shown.Records.Count > 0 ? shown.Count : 47);
                    if (shown.Records.Count == 0) break;
                    seen.AddRange(shown.Records.Select(record => record.Number));
                }

                Assert.Equal(numbers, seen.Order());
            }
    }

    [Theory]
    [InlineData(-1, -1)]
    [InlineData(0, 0)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public async Task Take_any_page_and_size(int page, int size)
    {
        Filled(Product.Agreements, 3);
        var shown = await Database.ListAsync(Product.Agreements, new() { Page = page, Size = size }, Actor.Local, Cancel);
        Assert.Equal((3, page < 1 ? 1 : 0), (shown.Count, shown.Records.Count));
    }

    [Fact]
    public async Task Count_no_further_than_their_window()
    {
        Create(Product.Organisations, Enumerable.Range(0, ListQuery.Window + 20).Select(i => Organisation($"大学{i}")));
        var page = await Database.ListAsync(Product.Organisations, new(), Actor.Local, Cancel);
        Assert.Equal((ListQuery.Window + 1, true), (page.Count, page.IsMore));
        Assert.Equal(20, (await Database.ListAsync(Product.Organisations, new() { Page = 100_000 }, Actor.Local, Cancel)).Records.Count);
    }

    [Fact]
    public async Task Show_withdrawn_records_only_where_they_are_asked_for()
    {
        var records = Filled(Product.Agreements, 4);
        Change(session => session.Withdraw(Product.Agreements, records[0]));
        Assert.Equal(3, (await Database.ListAsync(Product.Agreements, new(), Actor.Local, Cancel)).Count);
        Assert.Equal(records[0].Number, Assert.Single((await Database.ListAsync(Product.Agreements, new() { Withdrawn = true }, Actor.Local, Cancel)).Records).Number);
    }

    [Fact]
    public async Task Hold_for_an_actor_what_the_check_of_one_record_lets_the_actor_see()
    {
        var all = Database.Types.All.Where(type => type.Visible is not null).Select(type => (type, Records: Filled(type, 30))).ToList();
        Assert.NotEmpty(all);
        foreach (var units in Gen.SubListOf(Enumerable.Range(1, 7).Select(unit => (long)unit)).Sample(12).Append([]))
        {
            var actor = new Actor("staff", units.ToHashSet());
            foreach (var (type, records) in all)
            {
                var page = await Database.ListAsync(type, new() { Size = 200 }, actor, Cancel);
                Assert.Equal(records.Where(record => actor.Sees(type, record)).Select(record => record.Number).Order(), page.Records.Select(record => record.Number).Order());
            }
        }
    }

    [Fact]
    public async Task Can_be_walked_through_in_the_order_of_their_numbers()
    {
        var numbers = Filled(Product.Stays, 25).Select(record => record.Number).Order().ToList();
        await using var context = Database.Read();
        var (walked, after) = (new List<long>(), 0L);
        while (await context.WalkAsync(Product.Stays, new(), Actor.Local, after, 4, Cancel) is { Count: > 0 } page)
        {
            walked.AddRange(page.Select(record => record.Number));
            after = walked[^1];
        }

        Assert.Equal(numbers, walked);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("word")]
    public async Task Can_be_walked_through_in_any_order_and_meet_every_record_once_as_pages_do(string? words)
    {
        await using var context = Database.Read();
        foreach (var type in Types)
        {
            var all = Filled(type, 40);
            foreach (var field in FieldsOf(type).Where(field => field is { IsListed: true, IsPersonal: false } and not (LinkField or NoteField or PartsField or PlaceField)))
                foreach (var descending in new[] { false, true })
                {
                    var query = new ListQuery { Sort = field.Code, Descending = descending, Text = words, Size = 200 };
                    var (walk, walked, after) = (new RecordWalk(Database, context, type, query, Actor.Local), new List<long>(), (WalkPlace?)null);
                    while (await walk.NextAsync(after, 3, Cancel) is { Count: > 0 } block)
                    {
                        walked.AddRange(block.Select(record => record.Number));
                        after = walk.PlaceOf(block[^1]);
                    }

                    var page = (await Database.ListAsync(type, query, Actor.Local, Cancel)).Records.Select(record => record.Number);
                    Assert.True(page.SequenceEqual(walked), $"{type}.{field.Code}");
                    if (words is null) Assert.Equal(all.Count, walked.Count);
                }
        }
    }

    /// <summary>Where there are fields of a university's own, those: the product's own are asked for elsewhere.</summary>
    private static IEnumerable<Field> FieldsOf(RecordType type) => type.Fields.Any(field => field.IsOwn) ? type.Fields.Where(field => field.IsOwn) : type.Fields;

    private List<Record> Filled(RecordType type, int count)
    {
        var records = Values.Record(type).Sample(count * 3).DistinctBy(record => type.Keys(record).FirstOrDefault() ?? (object)record).Take(count).ToList();
        Assert.Equal(count, records.Count);
        Create(type, records);
        return records;
    }

    /// <summary>Records with few values to a field, some withdrawn: those in use.</summary>
    private List<Record> Some(RecordType type, int count)
    {
        var records = Filled(type, count);
        Change(session =>
        {
            foreach (var record in records.Take(20)) session.Withdraw(type, record);
        });
        return records[20..];
    }

    private static Condition Any(Field field, List<Record> records, Random random)
    {
        var values = Enumerable.Range(0, 1 + random.Next(3)).Select(_ => field.Read(records[random.Next(records.Count)])).ToList();
        var there = values.OfType<IComparable>().Order(Order).ToList();
        if (field is DayField or NumberField && random.Next(3) > 0 && there.Count > 1) return new() { From = there[0], To = there[^1] };
        return random.Next(10) == 0 ? new() { HasValue = random.Next(2) == 0 } : new() { AnyOf = values };
    }

    private static bool Holds(object? value, Condition condition) =>
        (condition.AnyOf.Count == 0 || condition.AnyOf.Any(one => Equals(value, one)))
        && (condition.HasValue is not { } has || (value is not null) == has)
        && (condition.From is null || (value is IComparable low && low.CompareTo(condition.From) >= 0))
        && (condition.To is null || (value is IComparable high && high.CompareTo(condition.To) <= 0));

    private static IEnumerable<Record> Sorted(List<Record> records, ListQuery query)
    {
        if (query.Sort is null) return records.OrderByDescending(record => record.Number);
        var field = Product.Stays.Field(query.Sort)!;
        var (there, empty) = (records.Where(record => field.Read(record) is not null), records.Where(record => field.Read(record) is null));
        return query.Descending
            ? [.. there.OrderByDescending(record => Key(field.Read(record)), Order!).ThenByDescending(record => record.Number), .. empty.OrderByDescending(record => record.Number)]
            : [.. there.OrderBy(record => Key(field.Read(record)), Order!).ThenBy(record => record.Number), .. empty.OrderBy(record => record.Number)];
    }

    private async Task AssertListed(RecordType type, List<Record> records, Func<Record, bool> isWanted, Condition condition, Field field)
    {
        var page = await Database.ListAsync(type, new() { Where = new Dictionary<string, Condition> { [field.Code] = condition }, Size = 200 }, Actor.Local, Cancel);
        var (wanted, listed) = (records.Where(isWanted).Select(record => record.Number).Order().ToList(), page.Records.Select(record => record.Number).Order().ToList());
        Assert.True(wanted.SequenceEqual(listed), $"{type}.{field.Code}: {condition}; {listed.Count} listed, {wanted.Count} wanted");
    }

    /// <summary>A bilingual value is met where each side that is asked for is the same.</summary>
    private static bool Meets(object? value, object? wanted) => (value, wanted) is (Bilingual has, Bilingual asked)
        ? (asked.Ja is null || asked.Ja == has.Ja) && (asked.En is null || asked.En == has.En)
        : Equals(value, wanted);

    private static IComparable? Key(object? value) => value is Bilingual sides ? sides.En : (IComparable?)value;

    private static void AssertSorted(List<IComparable?> keys, bool descending, string what)
    {
        var there = keys.OfType<IComparable>().ToList();
        var order = descending ? there.OrderDescending(Order) : there.Order(Order);
        Assert.True(order.SequenceEqual(there), $"{what}: {string.Join(", ", there)}");
        Assert.True(keys.SkipWhile(key => key is not null).All(key => key is null), $"{what}: empty ones are not last");
    }

    private static Comparer<IComparable> Order { get; } =
        Comparer<IComparable>.Create((a, b) => a is string text ? string.CompareOrdinal(text, (string)b) : a.CompareTo(b));
}

public sealed class ListsInSqlite() : Lists(new SqliteStore());

/// <summary>As lists of millions are read: by the order, or by the day, until that leads too far.</summary>
[Trait("Needs", "time")]
public sealed class LongListsInSqlite() : Lists(new SqliteStore { Crossing = new(Few: 5, LookedAt: 30) }, ThreeShapes);

[Trait("Needs", "time")]
public sealed class ListsOfOwnFieldsInSqlite() : Lists(new SqliteStore { Types = Declared.EveryKind }, ThreeShapes);

[Trait("Needs", "server")]
public sealed class ListsOfOwnFieldsInPostgres(PostgresServer server) : Lists(new PostgresStore(server) { Types = Declared.EveryKind }, ThreeShapes);

[Trait("Needs", "server")]
public sealed class ListsInPostgres(PostgresServer server) : Lists(new PostgresStore(server));
