using System.Diagnostics;
using Kakehashi.Analytics.DuckDb;
using Kakehashi.Analytics.Facts;
using Kakehashi.Kernel;

namespace Kakehashi.Tests.Analytics;

public sealed class ProjectingFacts
{
    private static readonly FactSchema Visit = new("visit", ("訪問", "Visit"),
    [
        new("country", FactType.Text, ("国", "Country"), IsDimension: true),
        new("persons", FactType.Whole, ("人数", "Persons")),
        new("cost", FactType.Number, ("費用", "Cost")),
        new("invited", FactType.Day, ("招待日", "Invited on")),
        new("official", FactType.Flag, ("公式", "Official")),
    ], lasts: true);

    [Fact]
    public void What_is_appended_is_read_back_with_its_period_keys()
    {
        using var store = Memory();
        store.Project(7, p =>
        {
            p.Facts("visit").Append(new(1, 33, new(2026, 3, 31), new(2026, 4, 2), new(2026, 5, 7)), "JP", 3L, 12.3456m, new DateOnly(2025, 12, 1), true);
            p.Facts("visit").Append(new(2, null, new(2026, 4, 1)), "長い国名はそのまま入る、十二バイトを超えても", null, null, null, null);
        });

        Assert.Equal(7, store.ProjectedTo);
        using var connection = store.Connect();
        using var reader = connection.Query("SELECT unit, date, until, fy, ay, cy, cq, country, persons, cost, invited, official, entered FROM visit ORDER BY record");
        Assert.True(reader.Read());
        Assert.Equal((33L, new DateOnly(2026, 3, 31), new DateOnly(2026, 4, 2)), (reader.Whole(0), reader.Day(1), reader.Day(2)));
        Assert.Equal((2025L, 2025L, 2026L, 20261L), (reader.Whole(3), reader.Whole(4), reader.Whole(5), reader.Whole(6)));
        Assert.Equal(("JP", 3L, 12.3456m, new DateOnly(2025, 12, 1), true), (reader.Text(7), reader.Whole(8), reader.Number(9), reader.Day(10), reader.Flag(11)));
        Assert.Equal(new DateOnly(2026, 5, 7), reader.Day(12));
        Assert.True(reader.Read());
        Assert.True(reader.IsNull(0) && reader.IsNull(2) && reader.IsNull(8) && reader.IsNull(9) && reader.IsNull(10) && reader.IsNull(11) && reader.IsNull(12));
        Assert.Equal("長い国名はそのまま入る、十二バイトを超えても", reader.Text(7));
        Assert.False(reader.Read());
    }

    [Fact]
    public void An_exception_leaves_the_facts_and_the_watermark_as_they_were()
    {
        using var store = Memory();
        store.Project(1, p => Fill(p, 1, 5000));

        Assert.Throws<InvalidOperationException>(() => store.Project(2, p =>
        {
            p.Facts("visit").RemoveAll();
            Fill(p, 10_000, 5000);
            p.ReplaceCoverage([new("visit", 1, Period.Fiscal(2025), true)]);
            throw new InvalidOperationException("halfway");
        }));

        Assert.Equal((1L, 5000L, 0L), (store.ProjectedTo, Count(store, "visit"), Count(store, "coverage")));
        store.Project(3, p => p.Facts("visit").RemoveAll());
        Assert.Equal((3L, 0L), (store.ProjectedTo, Count(store, "visit")));
    }

    [Fact]
    public void Only_the_records_that_changed_are_replaced()
    {
        using var store = Memory();
        store.Project(1, p => Fill(p, 1, 3000));
        store.Project(2, p =>
        {
            var visits = p.Facts("visit");
            visits.Remove([2, 3, 999_999]);
            visits.Append(new(2, 1, new(2025, 4, 1)), "FR", 7L, null, null, null);
            visits.Append(new(2, 1, new(2025, 4, 1)), "DE", 8L, null, null, null);
        });

        using var connection = store.Connect();
        Assert.Equal(3000, Count(store, "visit"));
        Assert.Equal(15, connection.Whole("SELECT sum(persons) FROM visit WHERE record = 2"));
        Assert.Equal(0, connection.Whole("SELECT count(*) FROM visit WHERE record = 3"));
    }

    [Fact]
    public void Readers_see_the_last_committed_state_while_a_projection_is_open()
    {
        using var store = Memory();
        store.Project(1, p => Fill(p, 1, 10));
        store.Project(2, p =>
        {
            p.Facts("visit").RemoveAll();
            Assert.Equal((10L, 1L), (Count(store, "visit"), store.ProjectedTo));
        });
        Assert.Equal(0, Count(store, "visit"));
    }

    [Fact]
    public void A_file_keeps_its_facts_and_another_schema_empties_it()
    {
        var file = Path.Combine(Path.GetTempPath(), $"kakehashi-{Guid.NewGuid():N}.duckdb");
        try
        {
            using (var store = FactStore.Open(file, [Visit], YearStarts.Japan)) store.Project(5, p => Fill(p, 1, 100));
            using (var store = FactStore.Open(file, [Visit], YearStarts.Japan)) Assert.Equal((5L, 100L), (store.ProjectedTo, Count(store, "visit")));

            var wider = new FactSchema("visit", Visit.Label, [.. Visit.Columns, new("purpose", FactType.Text, ("目的", "Purpose"))]);
            using (var store = FactStore.Open(file, [wider], YearStarts.Japan)) Assert.Equal((0L, 0L), (store.ProjectedTo, Count(store, "visit")));
            using (var store = FactStore.Open(file, [wider], YearStarts.Japan)) store.Project(6, _ => { });
            using (var store = FactStore.Open(file, [wider], new(4, 9))) Assert.Equal(0, store.ProjectedTo);
        }
        finally
        {
            File.Delete(file);
            File.Delete(file + ".wal");
        }
    }

    [Fact]
    public void A_machine_that_stops_in_the_middle_leaves_the_state_before()
    {
        var folder = Directory.CreateTempSubdirectory("kakehashi-facts-");
        try
        {
            var (file, left) = (Path.Combine(folder.FullName, "facts.duckdb"), Path.Combine(folder.FullName, "left.duckdb"));
            using (var store = FactStore.Open(file, [Visit], YearStarts.Japan))
            {
                store.Project(1, p => Fill(p, 1, 1000));
                store.Project(2, p =>
                {
                    p.Facts("visit").RemoveAll();
                    Fill(p, 1, 200_000);
                    p.Facts("visit").Remove([1]);
                    // what lies on the disk now is what a machine without power finds again
                    foreach (var part in Directory.GetFiles(folder.FullName)) File.Copy(part, part.Replace("facts.", "left.", StringComparison.Ordinal));
                });
                Assert.Equal((2L, 199_999L), (store.ProjectedTo, Count(store, "visit")));
            }

            using var found = FactStore.Open(left, [Visit], YearStarts.Japan);
            Assert.Equal((1L, 1000L), (found.ProjectedTo, Count(found, "visit")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_projection_that_waits_for_records_writes_as_one()
    {
        using var store = Memory();
        await store.ProjectAsync(4, async p =>
        {
            Fill(p, 1, 10);
            await Task.Yield();
            Fill(p, 11, 10);
        });
        Assert.Equal((4L, 20L), (store.ProjectedTo, Count(store, "visit")));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.ProjectAsync(5, _ => Task.CompletedTask, new CancellationToken(canceled: true)));
        Assert.Equal(4, store.ProjectedTo);
    }

    [Fact]
    public void Each_unit_stands_under_itself_and_all_above_it()
    {
        using var store = Memory();
        store.Project(1, p => p.ReplaceUnits(new Dictionary<long, long?> { [1] = null, [2] = 1, [3] = 2, [4] = 1 }));
        using var connection = store.Connect();
        Assert.Equal(4, connection.Whole("SELECT count(*) FROM unit_tree WHERE ancestor = 1"));
        Assert.Equal(2, connection.Whole("SELECT depth FROM unit_tree WHERE unit = 3 AND ancestor = 1"));
        Assert.Throws<ArgumentException>(() => store.Project(2, p => p.ReplaceUnits(new Dictionary<long, long?> { [1] = 2, [2] = 1 })));
        Assert.Throws<ArgumentException>(() => store.Project(2, p => p.ReplaceUnits(new Dictionary<long, long?> { [1] = 5 })));
        Assert.Equal(1, store.ProjectedTo);
    }

    [Fact]
    public void A_value_of_another_type_is_refused_by_name()
    {
        using var store = Memory();
        var refused = Assert.Throws<ArgumentException>(() => store.Project(1, p => p.Facts("visit").Append(new(1, 1, new(2025, 4, 1)), "JP", "three", null, null, null)));
        Assert.Contains("visit.persons", refused.Message, StringComparison.Ordinal);
        Assert.Throws<OverflowException>(() => store.Project(1, p => p.Facts("visit").Append(new(1, 1, new(2025, 4, 1)), "JP", 3L, 100_000_000_000_000m, null, null)));
        Assert.Equal(0, Count(store, "visit"));
    }

    [Theory]
    [InlineData("Visit")]
    [InlineData("visit; DROP TABLE coverage")]
    [InlineData("coverage")]
    [InlineData("")]
    public void A_name_that_could_not_stand_in_SQL_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => new FactSchema(name, ("訪問", "Visit"), []));

    [Fact]
    public void A_query_is_interrupted_when_its_token_is_cancelled()
    {
        using var store = Memory();
        using var connection = store.Connect();
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var watch = Stopwatch.StartNew();
        Assert.Throws<OperationCanceledException>(() =>
            connection.Whole("SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE (a.range * b.range) % 7 = 3", cancel: soon.Token));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"it took {watch.Elapsed}");
        Assert.Equal(1, connection.Whole("SELECT 1"));
    }

    [Fact]
    public void SQL_reaches_no_file_and_loads_no_extension()
    {
        using var store = Memory();
        using var connection = store.Connect();
        Assert.Throws<DuckDbException>(() => connection.Execute("SELECT * FROM read_csv('/etc/hostname')"));
        Assert.Throws<DuckDbException>(() => connection.Execute("INSTALL httpfs"));
        Assert.Throws<DuckDbException>(() => connection.Execute("SET enable_external_access = true"));
    }

    private static FactStore Memory() => FactStore.Open(null, [Visit], YearStarts.Japan, new(2, "512MB"));

    private static void Fill(FactProjection projection, long first, int count)
    {
        var visits = projection.Facts("visit");
        for (var i = 0; i < count; i++) visits.Append(new(first + i, i % 5, new DateOnly(2020, 1, 1).AddDays(i % 2000)), "FR", (long)i, 1.5m, null, i % 2 == 0);
    }

    private static long Count(FactStore store, string table)
    {
        using var connection = store.Connect();
        return connection.Whole($"SELECT count(*) FROM {table}");
    }
}
