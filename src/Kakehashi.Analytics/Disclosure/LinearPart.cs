namespace Kakehashi.Analytics.Disclosure;

/// <summary>A part that is no network: three dimensions, or tables linked by more than their margins.</summary>
internal sealed class LinearPart : LinkedPart
{
    private readonly Dictionary<int, int> columnOf;
    private readonly Simplex simplex;

    internal LinearPart(Unknowns all, IReadOnlyList<int> variables, List<int> sums)
        : base(all, variables)
    {
        columnOf = variables.Select((variable, column) => (variable, column)).ToDictionary(pair => pair.variable, pair => pair.column);
        // what is cheap to free is moved first
        var order = Enumerable.Range(0, variables.Count).OrderBy(column => all.IsFree[variables[column]] ? 0 : all.Cost[variables[column]]).ThenBy(column => column).ToArray();
        simplex = new([.. sums.Select(sum => all.Sums[sum].Select(one => (columnOf[one.Variable], one.Sign)).ToArray())], [.. variables.Select(variable => all.Truth[variable])], order);
    }

    internal override bool IsNetwork => false;

    internal override long Reach(int variable, int direction, long most)
    {
        Begin(holds: true);
        // the one that is moved is free, whatever else is held
        Free(columnOf[variable], variable);
        return simplex.Push(columnOf[variable], direction, most);
    }

    internal override IReadOnlyCollection<int>? Cheapest(int variable, long width)
    {
        foreach (var direction in (int[])[1, -1])
        {
            var left = width - Reach(variable, -direction, width);
            Begin(holds: false);
            if (simplex.Push(columnOf[variable], direction, left) >= left)
                return [.. Variables.Where(one => !All.IsFree[one] && one != variable && simplex.Proof[columnOf[one]] != All.Truth[one])];
        }

        return null;
    }

    private void Begin(bool holds)
    {
        for (var column = 0; column < Variables.Count; column++)
        {
            var variable = Variables[column];
            if (holds && !All.IsFree[variable]) (simplex.Lower[column], simplex.Upper[column]) = (All.Truth[variable], All.Truth[variable]);
            else Free(column, variable);
        }

        simplex.Reset();
    }

    private void Free(int column, int variable) => (simplex.Lower[column], simplex.Upper[column]) = (All.Lower[variable], All.Upper[variable]);
}
