namespace Kakehashi.Analytics.Disclosure;

/// <summary>
/// A part in which each variable stands in at most two sums, on opposite sides: sums are nodes and variables arcs. Raising
/// an arc carries from its tail to its head, lowering it back, and every node stays in balance: to raise one arc, as much
/// has to flow from its head to its tail along others. How much can is a maximum flow (Dinic), in whole numbers.
/// </summary>
internal sealed class NetworkPart : LinkedPart
{
    private readonly int[] tail, head;
    private readonly long[] value;
    // the arcs at each node: at[start[node]..start[node + 1]]
    private readonly int[] start, at;
    private readonly int[] level, next, queue;
    private readonly int nodes;
    private readonly Dictionary<int, int> arcOf;
    // of the last search: from which node each arc was taken
    private readonly int[] from;

    internal NetworkPart(Unknowns all, IReadOnlyList<int> variables, List<int> sums, int[] flips, List<(int Sum, int Sign)>[] sumsOf)
        : base(all, variables)
    {
        // node 0 closes the arcs that stand in one sum only
        nodes = sums.Count + 1;
        var node = sums.Select((sum, i) => (sum, i)).ToDictionary(pair => pair.sum, pair => pair.i + 1);
        (tail, head, value) = (new int[variables.Count], new int[variables.Count], new long[variables.Count]);
        for (var arc = 0; arc < variables.Count; arc++)
            foreach (var (sum, sign) in sumsOf[variables[arc]])
                (sign * flips[sum] > 0 ? head : tail)[arc] = node[sum];
        (start, at) = Adjacent();
        (level, next, queue, from) = (new int[nodes], new int[nodes], new int[nodes], new int[variables.Count]);
        arcOf = variables.Select((variable, arc) => (variable, arc)).ToDictionary(pair => pair.variable, pair => pair.arc);
    }

    internal override bool IsNetwork => true;

    internal override long Reach(int variable, int direction, long most)
    {
        Reset();
        return Move(arcOf[variable], direction, most);
    }

    internal override IReadOnlyCollection<int>? Cheapest(int variable, long width)
    {
        var arc = arcOf[variable];
        foreach (var direction in (int[])[1, -1])
        {
            Reset();
            if (Room(arc, direction) >= width && Path(arc, direction, width) is { } whole) return Freed(whole);
            var left = width - Reach(variable, -direction, width);
            Reset();
            if (InPieces(arc, direction, left) is { } pieces) return Freed(pieces);
        }

        return null;
    }

    /// <summary>No one way carries all of it: what is free already is used first, then ways that carry a part each.</summary>
    private List<int>? InPieces(int arc, int direction, long width)
    {
        var left = width - Move(arc, direction, width);
        if (Room(arc, direction) < left) return null;
        var used = new List<int>();
        for (var piece = left; piece > 0; piece = Math.Min(piece, left))
        {
            if (Path(arc, direction, piece) is not { } path)
            {
                if (piece == 1) return null;
                piece /= 2;
                continue;
            }

            foreach (var one in path) value[one] += tail[one] == from[one] ? piece : -piece;
            value[arc] += direction * piece;
            used.AddRange(path);
            left -= piece;
        }

        return used;
    }

    private List<int> Freed(List<int> path) => [.. path.Select(arc => Variables[arc]).Where(variable => !All.IsFree[variable]).Distinct()];

    private void Reset()
    {
        for (var arc = 0; arc < value.Length; arc++) value[arc] = All.Truth[Variables[arc]];
    }

    private long Room(int arc, int direction) => direction > 0 ? All.Upper[Variables[arc]] - value[arc] : value[arc] - All.Lower[Variables[arc]];

    /// <summary>What can be carried away from a node along an arc.</summary>
    private long RoomFrom(int node, int arc) => tail[arc] == node ? Room(arc, 1) : Room(arc, -1);

    private int Other(int node, int arc) => tail[arc] == node ? head[arc] : tail[arc];

    private long Move(int arc, int direction, long most)
    {
        var room = Math.Min(most, Room(arc, direction));
        if (tail[arc] == head[arc]) return room;
        var (source, target) = direction > 0 ? (head[arc], tail[arc]) : (tail[arc], head[arc]);
        long moved = 0;
        while (moved < room && Levels(source, target, arc))
        {
            start.AsSpan(0, nodes).CopyTo(next);
            while (moved < room && Carry(source, target, room - moved, arc) is > 0 and var carried) moved += carried;
        }

        value[arc] += direction * moved;
        return moved;
    }

    private bool Levels(int source, int target, int without)
    {
        Array.Fill(level, -1);
        var (first, last) = (0, 0);
        (level[source], queue[last++]) = (0, source);
        while (first < last)
        {
            var node = queue[first++];
            for (var i = start[node]; i < start[node + 1]; i++)
            {
                var other = Other(node, at[i]);
                if (level[other] >= 0 || at[i] == without || !All.IsFree[Variables[at[i]]] || RoomFrom(node, at[i]) <= 0) continue;
                (level[other], queue[last++]) = (level[node] + 1, other);
            }
        }

        return level[target] >= 0;
    }

    private long Carry(int node, int target, long most, int without)
    {
        if (node == target) return most;
        for (; next[node] < start[node + 1]; next[node]++)
        {
            var arc = at[next[node]];
            var other = Other(node, arc);
            if (level[other] != level[node] + 1 || arc == without || !All.IsFree[Variables[arc]]) continue;
            var room = Math.Min(most, RoomFrom(node, arc));
            if (room <= 0 || Carry(other, target, room, without) is not (> 0 and var carried)) continue;
            value[arc] += tail[arc] == node ? carried : -carried;
            return carried;
        }

        return 0;
    }

    /// <summary>The cheapest way that carries an amount from the arc's one end to the other (Dijkstra), as arcs.</summary>
    private List<int>? Path(int arc, int direction, long amount)
    {
        var (source, target) = direction > 0 ? (head[arc], tail[arc]) : (tail[arc], head[arc]);
        var (cost, via) = (new long[nodes], new int[nodes]);
        Array.Fill(cost, long.MaxValue);
        cost[source] = 0;
        var waiting = new PriorityQueue<int, long>();
        waiting.Enqueue(source, 0);
        while (waiting.TryDequeue(out var node, out var soFar))
        {
            if (soFar > cost[node]) continue;
            for (var i = start[node]; i < start[node + 1]; i++)
            {
                var (one, other) = (at[i], Other(node, at[i]));
                if (one == arc || other == node || RoomFrom(node, one) < amount) continue;
                var with = soFar + (All.IsFree[Variables[one]] ? 0 : All.Cost[Variables[one]]);
                if (with >= cost[other]) continue;
                (cost[other], via[other]) = (with, one);
                waiting.Enqueue(other, with);
            }
        }

        if (cost[target] == long.MaxValue) return null;
        var path = new List<int>();
        for (var node = target; node != source; node = from[via[node]])
        {
            from[via[node]] = Other(node, via[node]);
            path.Add(via[node]);
        }

        return path;
    }

    private (int[] Start, int[] At) Adjacent()
    {
        var count = new int[nodes + 1];
        foreach (var node in tail.Concat(head)) count[node + 1]++;
        for (var node = 0; node < nodes; node++) count[node + 1] += count[node];
        var (filled, arcs) = (count.ToArray(), new int[2 * tail.Length]);
        for (var arc = 0; arc < tail.Length; arc++)
        {
            arcs[filled[tail[arc]]++] = arc;
            arcs[filled[head[arc]]++] = arc;
        }

        return (count, arcs);
    }
}
