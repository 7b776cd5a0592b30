using System.Text.Encodings.Web;
using System.Text.Json;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;

namespace Kakehashi.Partnerships.Agreements.Evaluating;

/// <summary>One value of an evaluation sheet.</summary>
/// <param name="Value">As it is read.</param>
public sealed record SheetCell(Text Value)
{
    /// <summary>It tells of so few persons that only those read it who may see the persons.</summary>
    public bool IsSmall { get; init; }

    /// <summary>It stands to the right, with other numbers.</summary>
    public bool IsNumber { get; init; }

    public static SheetCell Number(long? number) => new(Text.Same(number?.ToString("N0", System.Globalization.CultureInfo.InvariantCulture) ?? "")) { IsNumber = true };
}

/// <summary>A table of an evaluation sheet.</summary>
/// <param name="Code">Its name in addresses.</param>
/// <param name="Title">What it is of.</param>
/// <param name="Heads">The headings of its columns.</param>
/// <param name="Rows">Its rows; the first cell of each names it.</param>
public sealed record SheetPart(string Code, Text Title, IReadOnlyList<Text> Heads, IReadOnlyList<IReadOnlyList<SheetCell>> Rows)
{
    /// <summary>How it is counted, and what else has to be said of it.</summary>
    public IReadOnlyList<Text> Notes { get; init; } = [];
}

/// <summary>評価票: what the database says of an agreement before its renewal. It never changes once it is kept.</summary>
/// <param name="Reference">That of the agreement.</param>
/// <param name="On">The day it was made.</param>
/// <param name="Parts">Its tables.</param>
/// <param name="Units">The units of the persons that it counts; null among them where they have none.</param>
public sealed record EvaluationSheet(string Reference, DateOnly On, IReadOnlyList<SheetPart> Parts, IReadOnlyList<long?> Units)
{
    /// <summary>What it is kept as.</summary>
    public const string Media = "application/json";

    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The bytes that are kept: the same sheet gives the same.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Form);

    /// <summary>SHA-256 of <see cref="ToBytes"/>: what the sheet is known by.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Hash => KeptDocuments.HashOf(ToBytes());

    /// <summary>Reads what <see cref="ToBytes"/> has written.</summary>
    /// <exception cref="JsonException">It is no sheet.</exception>
    public static EvaluationSheet Read(byte[] bytes) => JsonSerializer.Deserialize<EvaluationSheet>(bytes, Form) ?? throw new JsonException("no evaluation sheet");

    /// <summary>Whether somebody may read what tells of few persons: who sees the persons of all units that it counts.</summary>
    public bool ShowsSmall(Actor actor) => PersonsBehind.AreSeenBy(actor, Units);
}
