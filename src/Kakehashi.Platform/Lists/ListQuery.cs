namespace Kakehashi.Platform.Lists;

/// <summary>What a list shows: everything in it is in the address, so that a list can be sent to a colleague.</summary>
public sealed record ListQuery
{
    /// <summary>The most records that a list pages through; beyond, a filter serves better.</summary>
    public const int Window = 10_000;

    public const int DefaultSize = 50;

    public const int LargestSize = 200;

    /// <summary>Words to search for, or null.</summary>
    public string? Text { get; init; }

    /// <summary>Conditions by field code; those of different fields must all hold.</summary>
    public IReadOnlyDictionary<string, Condition> Where { get; init; } = new Dictionary<string, Condition>();

    /// <summary>Only these records, by number; null for all.</summary>
    public IReadOnlyList<long>? Among { get; init; }

    /// <summary>The code of the field to sort by; null for the newest first.</summary>
    public string? Sort { get; init; }

    /// <summary>The side of a bilingual field to sort by; null for that of the page's language.</summary>
    public Kakehashi.Kernel.Language? SortSide { get; init; }

    public bool Descending { get; init; }

    /// <summary>1 for the first page.</summary>
    public int Page { get; init; } = 1;

    public int Size { get; init; } = DefaultSize;

    /// <summary>Withdrawn records instead of those in use.</summary>
    public bool Withdrawn { get; init; }
}

/// <summary>A condition on one field, in canonical values.</summary>
public sealed record Condition
{
    /// <summary>Any of these values; null among them means no value. A text for a bilingual field is either of its sides.</summary>
    public IReadOnlyList<object?> AnyOf { get; init; } = [];

    /// <summary>Any of these pieces is somewhere in the text, A–Z in either case; for lines, notes and bilingual fields.</summary>
    public IReadOnlyList<string> Contains { get; init; } = [];

    /// <summary>There is a value, or there is none; null for either.</summary>
    public bool? HasValue { get; init; }

    /// <summary>Not less than this; for numbers, amounts and days.</summary>
    public object? From { get; init; }

    /// <summary>Not more than this; for numbers, amounts and days.</summary>
    public object? To { get; init; }
}

/// <summary>One page of a list.</summary>
/// <param name="Records">The records, in order.</param>
/// <param name="Count">How many there are in all, at most <see cref="ListQuery.Window"/> + 1, which means more.</param>
public sealed record ListPage(IReadOnlyList<Kakehashi.Records.Record> Records, int Count)
{
    /// <summary>There are more than a list counts.</summary>
    public bool IsMore => Count > ListQuery.Window;
}
