namespace Kakehashi.Analytics.Disclosure;

/// <summary>
/// A primal simplex with bounded variables over sums with signs of 1 and -1. It starts from a table that is known to
/// satisfy all sums, so that nothing has to be made feasible first: variables outside the basis may stand anywhere between
/// their bounds. Bland's rule ends it. What it proves it proves by tables of whole numbers that it passed through and
/// checked in whole numbers; a bound that only fractions reach is not claimed.
/// </summary>
internal sealed class Simplex
{
    private const double Small = 1e-7;
    private const int MostSteps = 20_000;

    private readonly (int Column, int Sign)[][] sums;
    private readonly long[] truth;
    private readonly int[] rank;
    private readonly double[][] rows;
    // the variable of each row, and the row of each variable (-1 outside the basis)
    private readonly List<int> basis = [];
    private readonly int[] rowOf;
    private readonly double[] x;

    /// <param name="sums">For each sum the columns in it with their signs.</param>
    /// <param name="truth">A value of each column; together they satisfy the sums.</param>
    /// <param name="order">The columns, those first that are best moved.</param>
    internal Simplex((int Column, int Sign)[][] sums, long[] truth, int[] order)
    {
        (this.sums, this.truth) = (sums, truth);
        var columns = truth.Length;
        (rank, rowOf, x, Lower, Upper, Proof) = (new int[columns], new int[columns], new double[columns], new long[columns], new long[columns], [.. truth]);
        for (var i = 0; i < columns; i++) rank[order[i]] = i;
        Array.Fill(rowOf, -1);
        var all = sums.Select(sum => Row(sum, columns)).ToList();
        rows = Eliminate(all, order);
        Reset();
    }

    internal long[] Lower { get; }

    internal long[] Upper { get; }

    /// <summary>The table that proved what the last <see cref="Push"/> returned.</summary>
    internal long[] Proof { get; }

    /// <summary>Back to the table that it started from; the basis stays.</summary>
    internal void Reset()
    {
        for (var column = 0; column < x.Length; column++) x[column] = truth[column];
    }

    /// <summary>Moves a variable as far as it goes in a direction, 1 or -1.</summary>
    /// <returns>How far, in whole numbers and proven; <see cref="Unknowns.Unbounded"/> where there is no bound.</returns>
    internal long Push(int variable, int direction, long most)
    {
        long proven = 0;
        truth.CopyTo(Proof, 0);
        for (var step = 0; step < MostSteps && proven < most; step++)
        {
            if (Entering(variable, direction) is not { } entering) break;
            var rate = entering.Column == variable ? 1 : Math.Abs(rows[rowOf[variable]][entering.Column]);
            var (length, row) = Longest(entering.Column, entering.Sense, (most - Math.Abs(x[variable] - truth[variable])) / rate);
            if (length >= Unknowns.Unbounded / 2) return Unknowns.Unbounded;
            Go(entering.Column, entering.Sense * length);
            if (row >= 0) Pivot(row, entering.Column);
            if (length > Small && Whole()) proven = Math.Abs(Proof[variable] - truth[variable]);
            if (length <= Small && row < 0) break;
        }

        return proven;
    }

    private static double[] Row((int Column, int Sign)[] sum, int columns)
    {
        var row = new double[columns];
        foreach (var (column, sign) in sum) row[column] = sign;
        return row;
    }

    /// <summary>Sums that follow from others fall out.</summary>
    private double[][] Eliminate(List<double[]> all, int[] order)
    {
        var done = new List<double[]>();
        foreach (var column in order)
        {
            if (all.Count == 0) break;
            var pivot = all.MaxBy(row => Math.Abs(row[column]))!;
            if (Math.Abs(pivot[column]) < Small) continue;
            all.Remove(pivot);
            Divide(pivot, column);
            foreach (var row in all) Subtract(row, pivot, column);
            foreach (var row in done) Subtract(row, pivot, column);
            rowOf[column] = done.Count;
            basis.Add(column);
            done.Add(pivot);
        }

        return [.. done];
    }

    /// <summary>The first variable that, moved one way, moves the wanted one in the direction.</summary>
    private (int Column, int Sense)? Entering(int variable, int direction)
    {
        if (rowOf[variable] < 0) return CanMove(variable, direction) ? (variable, direction) : null;
        var row = rows[rowOf[variable]];
        (int Column, int Sense)? best = null;
        for (var column = 0; column < row.Length; column++)
        {
            if (rowOf[column] >= 0 || Math.Abs(row[column]) < Small || (best is { } so && rank[so.Column] < rank[column])) continue;
            var sense = -Math.Sign(row[column]) * direction;
            if (CanMove(column, sense)) best = (column, sense);
        }

        return best;
    }

    private bool CanMove(int column, int sense) => Room(column, sense) > Small;

    private double Room(int column, double sense) => sense > 0 ? Upper[column] - x[column] : x[column] - Lower[column];

    /// <summary>How far a variable can go, and the row that stops it; -1 where its own bound or the wish does.</summary>
    private (double Length, int Row) Longest(int column, int sense, double wish)
    {
        var (length, stops) = (Math.Min(wish, Room(column, sense)), -1);
        for (var row = 0; row < rows.Length; row++)
        {
            var rate = -rows[row][column] * sense;
            if (Math.Abs(rate) < Small) continue;
            var room = Math.Max(0, Room(basis[row], rate) / Math.Abs(rate));
            if (room > length + Small || (room > length - Small && stops >= 0 && rank[basis[stops]] < rank[basis[row]])) continue;
            if (room < length + Small) (length, stops) = (Math.Min(room, length), row);
        }

        return (length, stops);
    }

    private void Go(int column, double by)
    {
        Settle(column, x[column] + by);
        for (var row = 0; row < rows.Length; row++)
            if (rows[row][column] is not 0 and var rate) Settle(basis[row], x[basis[row]] - (rate * by));
    }

    private void Settle(int column, double value) => x[column] = Math.Abs(value - Math.Round(value)) < Small ? Math.Round(value) : value;

    private void Pivot(int row, int column)
    {
        rowOf[basis[row]] = -1;
        (basis[row], rowOf[column]) = (column, row);
        Divide(rows[row], column);
        for (var other = 0; other < rows.Length; other++)
            if (other != row) Subtract(rows[other], rows[row], column);
    }

    private static void Divide(double[] row, int column)
    {
        var by = row[column];
        if (by == 1) return;
        for (var i = 0; i < row.Length; i++) row[i] /= by;
    }

    private static void Subtract(double[] row, double[] pivot, int column)
    {
        var times = row[column];
        if (times == 0) return;
        for (var i = 0; i < row.Length; i++)
            if (pivot[i] != 0) row[i] = Math.Abs(row[i] - (times * pivot[i])) is < 1e-11 ? 0 : row[i] - (times * pivot[i]);
        row[column] = 0;
    }

    /// <summary>Takes the present table as proof if it is one: whole numbers within bounds that satisfy every sum.</summary>
    private bool Whole()
    {
        for (var column = 0; column < x.Length; column++)
            if (x[column] != Math.Round(x[column]) || x[column] < Lower[column] || x[column] > Upper[column]) return false;
        if (sums.Any(sum => sum.Sum(one => one.Sign * ((long)x[one.Column] - truth[one.Column])) != 0)) return false;
        for (var column = 0; column < x.Length; column++) Proof[column] = (long)x[column];
        return true;
    }
}
