using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kakehashi.Kernel;

namespace Kakehashi.Strategy.Publishing;

/// <summary>A text in both languages, as the document has it.</summary>
public sealed record PublicText(string Ja, string En)
{
    /// <summary>As pages show it.</summary>
    public Text Text => (Ja, En);

    public static implicit operator PublicText(Text text) => new(text.Ja, text.En);
}

/// <summary>One value of a dimension.</summary>
/// <param name="Code">Its code: of a country, a unit, a choice; <see cref="PublicDocument.Unknown"/> for what was not recorded.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Parent">The code of the unit above, where there is one.</param>
public sealed record PublicValue(string Code, PublicText Name, string? Parent = null);

/// <summary>A dimension with its values.</summary>
public sealed record PublicDimension(string Code, PublicText Name, IReadOnlyList<PublicValue> Values);

/// <summary>One observation.</summary>
/// <param name="Period">FY2025.</param>
/// <param name="Keys">The value of each dimension of its table; none for the total.</param>
/// <param name="Value">The value; null where <paramref name="Flag"/> says why.</param>
/// <param name="Numerator">What was divided, or counted; null where it is not told.</param>
/// <param name="Denominator">What it was divided by; null where there is none or it is not told.</param>
/// <param name="Flag">value, rounded, suppressed, missing, undefined. Why a cell is suppressed is not told.</param>
public sealed record PublicObservation(string Period, IReadOnlyDictionary<string, string> Keys, decimal? Value, decimal? Numerator, decimal? Denominator, string Flag);

/// <summary>
/// The tables of one indicator as the public has them: dimensions with codes, one measure, periods, and for each
/// observation a flag. Written in one way only, so that the same tables have the same hash.
/// </summary>
public sealed record PublicDocument
{
    /// <summary>The code of a dimension's value that was not recorded.</summary>
    public const string Unknown = "_U";

    public const string Suppressed = "suppressed", Rounded = "rounded", Shown = "value";

    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
        WriteIndented = true,
    };

    public string Format { get; init; } = "kakehashi-publication";

    public required string Indicator { get; init; }

    public required int Edition { get; init; }

    public required int Version { get; init; }

    public required PublicText Name { get; init; }

    public required PublicText Definition { get; init; }

    public required PublicText Source { get; init; }

    /// <summary>The unit's code, as in the definition.</summary>
    public required string Unit { get; init; }

    public required int Decimals { get; init; }

    /// <summary>suppress or round.</summary>
    public required string Method { get; init; }

    /// <summary>Cells of 1 to one less than this are not told.</summary>
    public required int Below { get; init; }

    /// <summary>The width of the interval of a hidden cell, or the multiple that cells are rounded to.</summary>
    public required int Protection { get; init; }

    public required DateOnly PublishedOn { get; init; }

    /// <summary>True for the invented records of the demonstration.</summary>
    public required bool IsSynthetic { get; init; }

    public required IReadOnlyList<PublicValue> Periods { get; init; }

    /// <summary>Which revision of its closed figures the tables of a period are; null where no period of them was closed.</summary>
    public IReadOnlyDictionary<string, int>? Closed { get; init; }

    public required IReadOnlyList<PublicDimension> Dimensions { get; init; }

    public required IReadOnlyList<PublicObservation> Observations { get; init; }

    /// <summary>The document.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Form);

    /// <summary>Reads a document.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static PublicDocument Read(byte[] document) => JsonSerializer.Deserialize<PublicDocument>(document, Form) ?? throw new JsonException("the document is empty");
}
