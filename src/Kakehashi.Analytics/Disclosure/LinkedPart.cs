namespace Kakehashi.Analytics.Disclosure;

/// <summary>Variables that sums link with each other and with no others: each such part is attacked by itself.</summary>
internal abstract class LinkedPart(Unknowns all, IReadOnlyList<int> variables)
{
    internal IReadOnlyList<int> Variables { get; } = variables;

    /// <summary>A network: what is found is exact, and in whole numbers.</summary>
    internal abstract bool IsNetwork { get; }

    protected Unknowns All { get; } = all;

    /// <summary>How far a variable can be moved up (1) or down (-1) from its true value by moving other free ones with it.</summary>
    /// <returns>At most <paramref name="most"/>; whole tables prove it.</returns>
    internal abstract long Reach(int variable, int direction, long most);

    /// <summary>
    /// Which variables that are held would have to be freed for one to be moved by <paramref name="width"/>, at little
    /// cost; null where none are found.
    /// </summary>
    internal abstract IReadOnlyCollection<int>? Cheapest(int variable, long width);

    internal static IReadOnlyList<LinkedPart> Split(Unknowns all)
    {
        var sumsOf = new List<(int Sum, int Sign)>[all.Cells.Length];
        for (var variable = 0; variable < sumsOf.Length; variable++) sumsOf[variable] = [];
        for (var sum = 0; sum < all.Sums.Count; sum++)
            foreach (var (variable, sign) in all.Sums[sum]) sumsOf[variable].Add((sum, sign));
        var parts = new List<LinkedPart>();
        var seen = new bool[all.Cells.Length];
        var flips = new int[all.Sums.Count];
        for (var first = 0; first < seen.Length; first++)
            if (!seen[first]) parts.Add(PartFrom(all, first, seen, flips, sumsOf));
        return parts;
    }

    /// <summary>All that is linked with a variable. A sum's sign is flipped where that makes each variable leave one sum and enter another.</summary>
    private static LinkedPart PartFrom(Unknowns all, int first, bool[] seen, int[] flips, List<(int Sum, int Sign)>[] sumsOf)
    {
        var (variables, sums, isNetwork) = (new List<int> { first }, new List<int>(), true);
        seen[first] = true;
        if (sumsOf[first].Count > 0)
        {
            flips[sumsOf[first][0].Sum] = 1;
            sums.Add(sumsOf[first][0].Sum);
        }

        for (var next = 0; next < sums.Count; next++)
        {
            foreach (var (variable, sign) in all.Sums[sums[next]])
            {
                isNetwork &= sumsOf[variable].Count <= 2;
                foreach (var (other, otherSign) in sumsOf[variable])
                {
                    if (other == sums[next]) continue;
                    var flip = -flips[sums[next]] * sign * otherSign;
                    if (flips[other] == 0) sums.Add(other);
                    else isNetwork &= flips[other] == flip;
                    if (flips[other] == 0) flips[other] = flip;
                }

                if (seen[variable]) continue;
                seen[variable] = true;
                variables.Add(variable);
            }
        }

        return isNetwork ? new NetworkPart(all, variables, sums, flips, sumsOf) : new LinearPart(all, variables, sums);
    }
}
