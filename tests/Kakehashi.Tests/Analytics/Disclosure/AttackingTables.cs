using Kakehashi.Analytics.Disclosure;

namespace Kakehashi.Tests.Analytics.Disclosure;

public sealed class AttackingTables
{
    private static readonly Protection Five = new(5);

    [Fact]
    public void One_hidden_cell_in_a_row_is_what_remains_of_the_total()
    {
        var tables = Tables.Of(new long[,] { { 3, 20, 30 }, { 40, 50, 60 } });
        var found = Assert.Single(Attack(tables, (0, 0)).Unsafe);
        Assert.Equal((tables.At[0, 0], new Interval(3, 3)), (found.Cell, found.Interval));
    }

    [Fact]
    public void Four_large_enough_cells_at_the_corners_of_a_rectangle_hide_each_other()
    {
        var tables = Tables.Of(new long[,] { { 3, 20, 30 }, { 40, 50, 60 } });
        var report = Attack(tables, (0, 0), (0, 1), (1, 0), (1, 1));
        Assert.True(report.IsSafe);
        // 1 to 22: with 0 published as 0, the other three leave so much room
        Assert.Equal(new Interval(1, 22), Of(report, tables.At[0, 0]));
    }

    [Fact]
    public void Two_hidden_cells_in_each_row_and_column_can_all_be_given_away()
    {
        // each row and column adds up to 2, and no hidden cell is 0
        var tables = Tables.Of(new long[,] { { 1, 1, 9 }, { 1, 1, 9 }, { 9, 9, 9 } });
        var report = Attack(tables, (0, 0), (0, 1), (1, 0), (1, 1));
        Assert.Equal(4, report.Unsafe.Count());
        Assert.All(report.Unsafe, cell => Assert.Equal(new Interval(1, 1), cell.Interval));
    }

    [Fact]
    public void A_cell_that_alone_joins_two_blocks_is_given_away_with_two_hidden_in_every_row_and_column()
    {
        var tables = Tables.Of(new long[,] { { 30, 30, 7, 7 }, { 30, 30, 4, 7 }, { 7, 7, 30, 30 }, { 7, 7, 30, 30 } });
        (int, int)[] blocks = [(0, 0), (0, 1), (1, 0), (1, 1), (2, 2), (2, 3), (3, 2), (3, 3)];
        Assert.True(Attack(tables, blocks).Unsafe.All(cell => cell.Cell == tables.At[1, 2]));
        var report = Attack(tables, [.. blocks, (1, 2)]);
        Assert.Equal(new Interval(4, 4), Of(report, tables.At[1, 2]));
        Assert.Equal(tables.At[1, 2], Assert.Single(report.Unsafe).Cell);
        var pattern = Suppression.Choose(tables.Published, Five);
        Assert.True(pattern.Audit.IsSafe);
        Assert.Contains(tables.At[1, 2], pattern.Hidden);
    }

    [Fact]
    public void Two_tables_that_are_safe_alone_are_not_together()
    {
        // by country: Laos and Nepal are hidden; by region: South-East Asia is Laos and Thailand, and nothing is hidden
        var (byCountry, byRegion, both) = (new PublishedTables(), new PublishedTables(), new PublishedTables());
        int[] Countries(PublishedTables tables)
        {
            int[] parts = [tables.Add("Laos", 3), tables.Add("Nepal", 9), tables.Add("Thailand", 25), tables.Add("India", 40)];
            tables.AddSum(tables.Add("all", 77), parts);
            return parts;
        }

        Countries(byCountry);
        Assert.True(Audit.OfSuppression(byCountry, new HashSet<int> { 0, 1 }, Five).IsSafe);
        byRegion.AddSum(byRegion.Add("all", 77), [byRegion.Add("South-East Asia", 28), byRegion.Add("South Asia", 49)]);
        Assert.True(Audit.OfSuppression(byRegion, new HashSet<int>(), Five).IsSafe);

        var countries = Countries(both);
        int[] regions = [both.Add("South-East Asia", 28), both.Add("South Asia", 49)];
        both.AddSum(4, regions);
        both.AddSum(regions[0], [countries[0], countries[2]]);
        both.AddSum(regions[1], [countries[1], countries[3]]);
        var report = Audit.OfSuppression(both, new HashSet<int> { 0, 1 }, Five);
        Assert.Equal([new(3, 3), new(9, 9)], report.Cells.Select(cell => cell.Interval));
        var pattern = Suppression.Choose(both, Five);
        Assert.True(pattern.Audit.IsSafe);
        // within the region now, where India and Nepal are shown again
        Assert.Equal([0, 2], pattern.Hidden.Order());
    }

    [Fact]
    public void A_total_of_another_view_narrows_what_a_table_hides()
    {
        var tables = Tables.Of(new long[,] { { 3, 20, 30 }, { 40, 50, 60 } });
        int[] corners = [tables.At[0, 0], tables.At[0, 1], tables.At[1, 0], tables.At[1, 1]];
        // a second table tells how many there are in two cells that stand in no row or column together
        tables.Sum(tables.Published.Add("diagonal", 53), [corners[0], corners[3]]);
        var report = Audit.OfSuppression(tables.Published, corners.ToHashSet(), Five);
        Assert.False(report.IsSafe);
        Assert.Equal(new Interval(3, 3), Of(report, corners[0]));
    }

    [Fact]
    public void A_small_cell_that_no_table_shows_is_given_away_by_those_that_do()
    {
        // of 50 students 48 went abroad: two did not
        var tables = new PublishedTables();
        int[] parts = [tables.Add("abroad", 48), tables.Add("others", 2, CellState.Implied)];
        tables.AddSum(tables.Add("students", 50), parts);
        var found = Assert.Single(Audit.OfSuppression(tables, new HashSet<int>(), Five).Unsafe);
        Assert.Equal((1, new Interval(2, 2)), (found.Cell, found.Interval));
        Assert.True(Audit.OfSuppression(tables, new HashSet<int> { 0 }, Five).IsSafe);
    }

    [Fact]
    public void What_was_published_before_is_known_whatever_is_hidden_now()
    {
        var tables = new PublishedTables();
        int[] parts = [tables.Add("a", 3), tables.Add("b", 30, CellState.Known), tables.Add("c", 40)];
        tables.AddSum(tables.Add("all", 73, CellState.Known), parts);
        var pattern = Suppression.Choose(tables, Five);
        Assert.True(pattern.Audit.IsSafe);
        Assert.Equal([0, 2], pattern.Hidden.Order());
        Assert.False(Audit.OfSuppression(tables, new HashSet<int> { 0, 1 }, Five).IsSafe);
    }

    [Fact]
    public void A_sensitive_cell_that_is_shown_fails_and_a_zero_cannot_be_hidden()
    {
        var tables = Tables.Of(new long[,] { { 3, 0, 30 }, { 40, 50, 60 } });
        Assert.Equal([tables.At[0, 0]], Attack(tables).Unsafe.Select(cell => cell.Cell));
        Assert.Throws<ArgumentException>(() => Attack(tables, (0, 1)));
    }

    [Fact]
    public void Parts_that_overlap_are_attacked_as_if_the_overlap_were_known()
    {
        // persons in several categories: 3 + 30 + 40 are 70 persons
        var tables = new PublishedTables();
        int[] parts = [tables.Add("a", 3), tables.Add("b", 30), tables.Add("c", 40)];
        tables.AddSum(tables.Add("all", 70), parts);
        Assert.Equal(new Interval(3, 3), Assert.Single(Audit.OfSuppression(tables, new HashSet<int> { 0 }, Five).Cells).Interval);
        Assert.Equal([0, 1], Suppression.Choose(tables, Five).Hidden.Order());
    }

    [Fact]
    public void Tables_of_another_kind_keep_a_threshold_of_their_own()
    {
        // agreements need no protection, persons do
        var tables = new PublishedTables();
        int[] agreements = [tables.Add("agreements a", 1, protection: new(0)), tables.Add("agreements b", 2, protection: new(0))];
        tables.AddSum(tables.Add("agreements", 3, protection: new(0)), agreements);
        int[] persons = [tables.Add("persons a", 3), tables.Add("persons b", 30)];
        tables.AddSum(tables.Add("persons", 33), persons);
        var pattern = Suppression.Choose(tables, Five);
        Assert.True(pattern.Audit.IsSafe);
        Assert.Equal(persons, pattern.Hidden.Order());
    }

    internal static Interval Of(AuditReport report, int cell) => report.Cells.Single(one => one.Cell == cell).Interval;

    private static AuditReport Attack(Tables tables, params (int Row, int Column)[] hidden) =>
        Audit.OfSuppression(tables.Published, hidden.Select(place => tables.At[place.Row, place.Column]).ToHashSet(), Five);
}
