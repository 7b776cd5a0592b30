namespace Kakehashi.Platform.Store;

/// <summary>One transaction: who changed records, when and why. Change sets are chained by hash.</summary>
public sealed class ChangeSet
{
    public long Id { get; init; }

    /// <summary>Its place in the chain, in the order of commits: 1, 2, 3 …</summary>
    public long Position { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    /// <summary>form, import, undo, operation, merge, api, demo.</summary>
    public required string Origin { get; init; }

    /// <summary>The import batch, where one brought it.</summary>
    public long? Batch { get; init; }

    public int Count { get; init; }

    /// <summary>SHA-256 over the hashes of its changes, in order.</summary>
    public required byte[] Digest { get; init; }

    /// <summary>SHA-256 over the hash of the change set before, the digest and the columns above.</summary>
    public required byte[] Hash { get; init; }
}

/// <summary>What happened to one record in a change set.</summary>
public sealed class Change
{
    public long ChangeSet { get; init; }

    /// <summary>1, 2, 3 … within the change set.</summary>
    public int Ordinal { get; init; }

    public long Record { get; init; }

    /// <summary>The code of the record type.</summary>
    public required string Type { get; init; }

    /// <summary>The version of the record after the change.</summary>
    public int Version { get; init; }

    /// <summary>created, updated, withdrawn, restored, erased, merged.</summary>
    public required string Kind { get; init; }

    /// <summary>The row of the file it came from, or null.</summary>
    public int? Row { get; init; }

    /// <summary>JSON: of a created record all values, of an updated one {"field": [before, after]}, of one that was erased or merged its note.</summary>
    public string? Values { get; init; }

    /// <summary>SHA-256 over all of the above as it was written; stays where values were redacted.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The change set that took personal values out of this one, and says what is left; null where all are there.</summary>
    public long? RedactedBy { get; init; }
}

/// <summary>A key that leads to a record: what imports match on and what links are resolved by.</summary>
public sealed class RecordKey
{
    public required string Type { get; init; }

    public required string Key { get; init; }

    public long Record { get; init; }
}

/// <summary>A link from within a part or an own value of a record, kept so that the target knows who refers to it.</summary>
public sealed class RecordLink
{
    public long Record { get; init; }

    public required string Field { get; init; }

    public long Target { get; init; }
}

/// <summary>The next free number: one sequence for the whole database.</summary>
public sealed class Sequence
{
    public required string Name { get; init; }

    public long Next { get; init; }
}
