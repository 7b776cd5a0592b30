using Kakehashi.Analytics.Disclosure;

namespace Kakehashi.Tests.Analytics.Disclosure;

/// <summary>Against trying every table of whole numbers.</summary>
public sealed class TablesOfAnyKind
{
    private const long Cap = 12;

    [Fact]
    public void The_attack_on_two_dimensions_finds_exactly_what_trying_everything_finds()
    {
        foreach (var random in Seeds(40))
        {
            var tables = Tables.Of(Inner(random, random.Next(2, 4), random.Next(2, 5), 6));
            var hidden = Some(random, tables.Published, 10, small: true);
            var report = Audit.OfSuppression(tables.Published, hidden, new(3));
            var found = tables.Enumerate(hidden, 60);
            Assert.All(report.Cells, cell => Assert.True(cell.IsExact));
            foreach (var cell in report.Cells.Where(cell => cell.Interval.Upper is not null))
                Assert.Equal(found[cell.Cell], (cell.Interval.Lower, cell.Interval.Upper!.Value));
            // as far as the enumeration goes at all
            Assert.All(report.Cells.Where(cell => cell.Interval.Upper is null), cell => Assert.InRange(found[cell.Cell].Most, 40, 60));
        }
    }

    [Fact]
    public void The_attack_on_three_dimensions_never_passes_what_trying_everything_narrows()
    {
        var exact = 0;
        var all = 0;
        foreach (var random in Seeds(60))
        {
            var tables = Tables.Of(Cube(random, 2, 3, 2, 5));
            var hidden = Some(random, tables.Published, 11, small: true);
            var report = Audit.OfSuppression(tables.Published, hidden, new(3));
            var found = tables.Enumerate(hidden, 40);
            foreach (var cell in report.Cells)
            {
                var (least, most) = found[cell.Cell];
                Assert.True(cell.Interval.Lower >= least && (cell.Interval.Upper ?? 40) <= most);
                if (cell.IsExact) Assert.Equal((least, most), (cell.Interval.Lower, cell.Interval.Upper ?? 40));
                all++;
                if (cell.Interval == new Interval(least, cell.Interval.Upper is null ? null : most)) exact++;
            }
        }

        // where fractions would reach further than whole numbers nothing is claimed; that is rare
        Assert.InRange(exact, all * 95 / 100, all);
    }

    [Fact]
    public void What_is_chosen_in_two_dimensions_is_safe_against_trying_everything()
    {
        var safe = 0;
        foreach (var random in Seeds(80))
        {
            var tables = Tables.Of(Inner(random, 3, 3, (int)Cap));
            var pattern = Suppression.Choose(tables.Published, new(3));
            Check(tables, pattern, 3);
            if (pattern.Audit.IsSafe) safe++;
        }

        Assert.InRange(safe, 70, 80);
    }

    [Fact]
    public void What_is_chosen_in_three_dimensions_is_safe_against_trying_everything()
    {
        var safe = 0;
        foreach (var random in Seeds(25))
        {
            var tables = Tables.Of(Cube(random, 2, 2, 2, 14));
            var pattern = Suppression.Choose(tables.Published, new(3));
            Check(tables, pattern, 3);
            if (pattern.Audit.IsSafe) safe++;
        }

        Assert.InRange(safe, 20, 25);
    }

    [Fact]
    public void The_attack_on_rounded_tables_finds_exactly_what_trying_everything_finds()
    {
        var rounding = new Rounding(3);
        foreach (var random in Seeds(60))
        {
            var tables = Tables.Of(Inner(random, 2, 2, 7));
            var report = Audit.OfRounding(tables.Published, rounding, 5);
            var found = Enumeration.Of(tables.Published, tables.Sums, cell => rounding.Bounds(rounding.Of(tables.Published.Cells[cell].Value)), 100);
            foreach (var cell in report.Cells) Assert.Equal(found[cell.Cell], (cell.Interval.Lower, cell.Interval.Upper!.Value));
        }
    }

    [Fact]
    public void A_total_can_give_away_all_cells_that_were_rounded_to_nothing()
    {
        // four cells of 2 are shown as 0, their total of 8 as 10: 8 is the least that rounds to 10, and the most that they add up to
        var tables = new PublishedTables();
        int[] parts = [tables.Add("a", 2), tables.Add("b", 2), tables.Add("c", 2), tables.Add("d", 2)];
        tables.AddSum(tables.Add("all", 8), parts);
        var report = Audit.OfRounding(tables, new(5), 5);
        Assert.All(parts, part => Assert.Equal(new Interval(2, 2), AttackingTables.Of(report, part)));
        Assert.False(report.IsSafe);
    }

    [Fact]
    public void The_tables_together_are_never_safer_than_each_alone()
    {
        foreach (var random in Seeds(40))
        {
            var inner = Inner(random, 3, 3, 9);
            var (alone, together) = (Tables.Of(inner), Tables.Of(inner));
            together.Sum(together.Published.Add("corner", inner[0, 0] + inner[1, 1] + inner[2, 2]), [together.At[0, 0], together.At[1, 1], together.At[2, 2]]);
            var hidden = Some(random, alone.Published, 9, small: false);
            var (one, both) = (Audit.OfSuppression(alone.Published, hidden, new(3)), Audit.OfSuppression(together.Published, hidden, new(3)));
            foreach (var cell in both.Cells.Where(cell => hidden.Contains(cell.Cell)))
            {
                var wide = AttackingTables.Of(one, cell.Cell);
                Assert.True(cell.Interval.Lower >= wide.Lower && (cell.Interval.Upper ?? long.MaxValue) <= (wide.Upper ?? long.MaxValue));
            }
        }
    }

    private static void Check(Tables tables, SuppressionPattern pattern, int least)
    {
        for (var cell = 0; cell < tables.Published.Cells.Count; cell++)
        {
            var value = tables.Published.Cells[cell].Value;
            Assert.False(value == 0 && pattern.Hidden.Contains(cell));
            if (value > 0 && value < least) Assert.Contains(cell, pattern.Hidden);
        }

        if (!pattern.Audit.IsSafe) return;
        var found = tables.Enumerate(pattern.Hidden, 60);
        Assert.All(pattern.Hidden, cell => Assert.True(found[cell].Most - found[cell].Least >= least));
    }

    private static IEnumerable<Random> Seeds(int count) => Enumerable.Range(1, count).Select(seed => new Random(seed));

    private static long[,] Inner(Random random, int rows, int columns, int most)
    {
        var inner = new long[rows, columns];
        for (var r = 0; r < rows; r++)
            for (var c = 0; c < columns; c++) inner[r, c] = random.Next(0, most + 1);
        return inner;
    }

    private static long[,,] Cube(Random random, int a, int b, int c, int most)
    {
        var inner = new long[a, b, c];
        for (var i = 0; i < a; i++)
            for (var j = 0; j < b; j++)
                for (var k = 0; k < c; k++) inner[i, j, k] = random.Next(0, most + 1);
        return inner;
    }

    private static HashSet<int> Some(Random random, PublishedTables tables, int count, bool small) =>
        [.. Enumerable.Range(0, tables.Cells.Count).Where(cell => tables.Cells[cell].Value > 0 && (!small || tables.Cells[cell].Value <= Cap)).OrderBy(_ => random.Next()).Take(random.Next(2, count))];
}
