using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kakehashi.Platform.Store;

namespace Kakehashi.Strategy.Closing;

/// <summary>One figure as it was when the period was closed.</summary>
/// <param name="Code">The indicator.</param>
/// <param name="Version">The version of its definition.</param>
/// <param name="Unit">The number of the org unit; null for the university.</param>
/// <param name="By">The dimension it is broken down by; null for a total.</param>
/// <param name="Key">The value of the dimension; null also for the records that have none.</param>
/// <param name="Value">The value; null where <paramref name="State"/> says why.</param>
/// <param name="Numerator">What was divided.</param>
/// <param name="Denominator">What it was divided by.</param>
/// <param name="State">value, missing, undefined, suppressed.</param>
/// <param name="Records">How many records lay behind it.</param>
/// <param name="Submitted">Units that had reported.</param>
/// <param name="Expected">Units that should have.</param>
public sealed record FrozenFigure(
    string Code, int Version, long? Unit, string? By, string? Key, decimal? Value, decimal? Numerator, decimal? Denominator, string State, long? Records, int Submitted, int Expected)
{
    /// <summary>Whether it is of one unit by a dimension.</summary>
    [JsonIgnore]
    public bool IsAcross => Unit is not null && By is not null;
}

/// <summary>An org unit as it was.</summary>
public sealed record FrozenUnit(long Number, string Code, string Ja, string En, long? Parent);

/// <summary>A definition as it was.</summary>
public sealed record FrozenDefinition(string Code, int Version, string Ja, string En, string DefinitionJa, string DefinitionEn, string Unit, int Decimals);

/// <summary>
/// All that a closed period holds: figures, definitions, org units and the cut-off. Written in one way only, so that the
/// same figures always have the same hash.
/// </summary>
public sealed record FrozenFigures
{
    public string Format { get; init; } = "kakehashi-closed-period";

    public required string Period { get; init; }

    public required int Revision { get; init; }

    /// <summary>The last change set taken in, by its place in the chain.</summary>
    public required long CutOff { get; init; }

    public required IReadOnlyList<FrozenDefinition> Definitions { get; init; }

    public required IReadOnlyList<FrozenUnit> Units { get; init; }

    /// <summary>All figures but those of a unit by a dimension.</summary>
    public required IReadOnlyList<FrozenFigure> Figures { get; init; }

    /// <summary>SHA-256 of the document with the figures of every unit by every dimension; null where they were not frozen, as in documents of earlier versions of the program.</summary>
    [JsonInclude]
    [JsonPropertyName("across")]
    public string? AcrossHash { get; private init; }

    /// <summary>The figures of every unit by every dimension: several times as many as all others, and seldom asked for. Null where they have not been read.</summary>
    [JsonIgnore]
    public FrozenAcross? Across
    {
        get;
        init => (field, AcrossHash) = (value, value is null ? AcrossHash : KeptDocuments.HashOf(value.Write()));
    }

    /// <summary>The document.</summary>
    public byte[] Write() => FrozenForm.Write(this);

    /// <summary>Reads a document.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static FrozenFigures Read(byte[] document) => FrozenForm.Read<FrozenFigures>(document);
}

/// <summary>The figures of a closed period of every unit by every dimension. It does not say of which revision: where nothing has changed, several name the same.</summary>
public sealed record FrozenAcross
{
    public string Format { get; init; } = "kakehashi-closed-period-across";

    public required string Period { get; init; }

    public required IReadOnlyList<FrozenFigure> Figures { get; init; }

    /// <summary>The document.</summary>
    public byte[] Write() => FrozenForm.Write(this);

    /// <summary>Reads a document.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static FrozenAcross Read(byte[] document)
    {
        var read = FrozenForm.Read<FrozenAcross>(document);
        // tens of thousands are held in memory, of a few hundred words
        return read with { Figures = [.. read.Figures.Select(figure => figure with { Code = string.Intern(figure.Code), By = string.Intern(figure.By!), Key = figure.Key is { } key ? string.Intern(key) : null, State = string.Intern(figure.State) })] };
    }
}

/// <summary>The one form in which figures are frozen.</summary>
internal static class FrozenForm
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
        WriteIndented = true,
    };

    public static byte[] Write<T>(T frozen) => JsonSerializer.SerializeToUtf8Bytes(frozen, Form);

    public static T Read<T>(byte[] document) => JsonSerializer.Deserialize<T>(document, Form) ?? throw new JsonException("the document is empty");
}
