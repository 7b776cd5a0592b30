using Kakehashi.Kernel;
using Kakehashi.Platform.Import.Files;
using Kakehashi.Records.Values;

namespace Kakehashi.Platform.Import.Profiles;

/// <summary>How a foreign file becomes records: what <c>catalogue/profiles/*.yaml</c> says.</summary>
public sealed record SourceProfile
{
    /// <summary>What it is called on the command line.</summary>
    public required string Code { get; init; }

    public required Text Name { get; init; }

    /// <summary>The code of the record type.</summary>
    public required string Record { get; init; }

    public SourceFormat Format { get; init; } = SourceFormat.Found;

    /// <summary>How days are written where that cannot be seen.</summary>
    public DayOrder Days { get; init; }

    /// <summary>Where each field comes from, by field code.</summary>
    public required IReadOnlyDictionary<string, FieldSource> Fields { get; init; }

    /// <summary>The number field that rows with the same values in all other fields are counted into, or null.</summary>
    public string? CountInto { get; init; }

    /// <summary>Rows that are no records: all conditions of one entry hold.</summary>
    public IReadOnlyList<RowCondition> Skip { get; init; } = [];

    /// <summary>What becomes of a row with the key of an earlier one.</summary>
    public DuplicateRows Duplicates { get; init; }

    /// <summary>Made by the program from the record type, not from a file.</summary>
    public bool IsTemplate { get; init; }
}

/// <summary>What becomes of a row whose key an earlier row has.</summary>
public enum DuplicateRows
{
    /// <summary>It is rejected: somebody has to say which one is right.</summary>
    Refuse,

    /// <summary>The first one is taken, the others are left out with a warning.</summary>
    First,
}

/// <summary>A row whose cell in a column is one of these values.</summary>
public sealed record RowCondition(string Column, IReadOnlyList<string> Is);

/// <summary>Where the value of a field comes from.</summary>
public abstract record FieldSource;

/// <summary>A value out of one cell, or the same for all rows.</summary>
public sealed record CellSource : FieldSource
{
    /// <summary>Spellings of the header, or a path in JSON; the first that the file has is taken.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The same for all rows.</summary>
    public string? Constant { get; init; }

    /// <summary>Texts that mean something else: the file's code to ours.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>Texts that mean no value: 999999999999, #N/A.</summary>
    public IReadOnlyList<string> None { get; init; } = [];

    /// <summary>What is done to the text before it is read.</summary>
    public Cleaning Clean { get; init; }

    /// <summary>A regular expression whose first group is the value.</summary>
    public string? Extract { get; init; }

    /// <summary>Put before the value, e.g. <c>erasmus:</c> for a key.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Put behind the value, e.g. <c>-12-31</c> for a year that means its last day.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>The file may lack the column.</summary>
    public bool Optional { get; init; }

    /// <summary>A value that cannot be read is left out with a warning, instead of rejecting the row.</summary>
    public bool Lenient { get; init; }

    /// <summary>A key made of the whole row and how often it has occurred: for files whose rows have no key of their own.</summary>
    public bool IsRowKey { get; init; }
}

/// <summary>What is done to a text before it is read.</summary>
public enum Cleaning
{
    /// <summary>Spaces at both ends go, non-breaking ones too; spaces in a row become one.</summary>
    Spaces,

    /// <summary>All spaces go.</summary>
    NoSpaces,

    /// <summary>Letters, digits and one space between the country and the rest: an Erasmus code however it is separated.</summary>
    ErasmusCode,

    /// <summary>Hyphens become spaces: the anonymised Spanish open data.</summary>
    HyphensAsSpaces,
}

/// <summary>A bilingual value out of up to two cells.</summary>
public sealed record BilingualSource(CellSource? Ja, CellSource? En) : FieldSource;

/// <summary>A place out of two cells.</summary>
public sealed record PlaceSource(CellSource Latitude, CellSource Longitude) : FieldSource;

/// <summary>Parts out of cells, or out of an array in JSON.</summary>
/// <param name="Parts">One entry for each part, or for each array.</param>
/// <param name="Adds">Parts that the record has already stay; else the file's replace them.</param>
public sealed record PartsSource(IReadOnlyList<PartSource> Parts, bool Adds) : FieldSource;

/// <summary>One part, or one for each item of an array.</summary>
/// <param name="Each">The path of the array in JSON, or null for one part out of the row.</param>
/// <param name="Fields">The part's fields, by code; columns are paths within the item.</param>
/// <param name="Needs">The part is left out where this field has no value.</param>
public sealed record PartSource(string? Each, IReadOnlyDictionary<string, CellSource> Fields, string Needs);
