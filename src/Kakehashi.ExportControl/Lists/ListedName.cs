namespace Kakehashi.ExportControl.Lists;

/// <summary>How a list uses a name.</summary>
public enum ListedNameKind
{
    /// <summary>The name it is listed under; a list may state several.</summary>
    Primary,

    /// <summary>Also known as (a.k.a.).</summary>
    Alias,

    /// <summary>Formerly known as (f.k.a.).</summary>
    Former,

    /// <summary>Now known as (n.k.a.): the name taken after it was listed.</summary>
    Later,

    /// <summary>The primary name in another order or spelling.</summary>
    Variation,

    /// <summary>
    /// The name in other than Latin letters: the original script, or the Chinese characters that METI writes for names of
    /// North Korea and China.
    /// </summary>
    OtherScript,
}

/// <summary>A name of an entity.</summary>
/// <param name="Text">As given, with single spaces between its words.</param>
/// <param name="Kind">How the list uses it.</param>
/// <param name="IsWeak">
/// The publisher says that it alone identifies nobody ("weak" of OFAC, "low quality" of the United Nations): a match on
/// it needs more to be one.
/// </param>
/// <param name="Language">The language's code as the file states it; null where it states none, as published lists do.</param>
public sealed record ListedName(string Text, ListedNameKind Kind, bool IsWeak = false, string? Language = null);
