using Kakehashi.Kernel;

namespace Kakehashi.Platform.Pages.Forms;

/// <summary>What a form knows about its fields: each <c>Field</c> finds its own problems here. Cascaded by <c>EntryForm</c>.</summary>
/// <param name="Id">Prefix of the element ids, unique on the page.</param>
/// <param name="Problems">What is wrong, for all fields.</param>
public sealed record FormState(string Id, IReadOnlyList<Problem> Problems)
{
    public static FormState Empty { get; } = new("f", []);

    /// <summary>The id of the input of a field.</summary>
    public string IdOf(string field) => $"{Id}-{field.Replace('.', '-')}";

    /// <summary>What is wrong with one field, and with its two languages where it has them.</summary>
    public IReadOnlyList<Problem> Of(string field) =>
        [.. Problems.Where(problem => problem.Field == field || problem.Field == field + ".ja" || problem.Field == field + ".en")];
}

/// <summary>What a <c>Field</c> tells the input inside it. Cascaded, so that an input needs only its value.</summary>
/// <param name="Name">The name in the posted form.</param>
/// <param name="Id">The id that the label points to.</param>
/// <param name="DescribedBy">Ids of the help and of the problems, for <c>aria-describedby</c>; null where there are none.</param>
/// <param name="IsWrong">True where a problem keeps the record from being written.</param>
/// <param name="IsRequired">True where a value is needed.</param>
public sealed record FieldState(string Name, string Id, string? DescribedBy, bool IsWrong, bool IsRequired)
{
    /// <summary><c>aria-invalid</c>: written only where it is true.</summary>
    public string? AriaInvalid => IsWrong ? "true" : null;

    /// <summary><c>aria-required</c>. The browser's own <c>required</c> is not used: its messages speak the browser's language.</summary>
    public string? AriaRequired => IsRequired ? "true" : null;

    /// <summary>The classes of an input.</summary>
    public string Css(string css) => IsWrong ? css + " is-invalid" : css;
}

/// <summary>One entry of a list to choose from.</summary>
public sealed record Choice(string Value, Text Label, string? Group = null)
{
    /// <summary>Still shown where it is chosen, no longer offered elsewhere.</summary>
    public bool IsRetired { get; init; }
}
