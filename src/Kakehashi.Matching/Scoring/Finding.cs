using Kakehashi.Kernel;

namespace Kakehashi.Matching.Scoring;

/// <summary>What was found of words of two names.</summary>
public enum FindingKind
{
    /// <summary>They are the same.</summary>
    Same,

    /// <summary>They are nearly the same, or mean or sound the same.</summary>
    Alike,

    /// <summary>Each name has one that the other has not.</summary>
    Different,

    /// <summary>The other name leaves them out.</summary>
    OnlyInOne,

    /// <summary>The one leaves them out.</summary>
    OnlyInOther,

    /// <summary>One name is the first letters of the other.</summary>
    Acronym,

    /// <summary>One is in katakana, and sounds like the other.</summary>
    Sound,

    /// <summary>A name has neither letters nor digits.</summary>
    NothingToCompare,
}

/// <summary>One reason for a score.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="One">Words of the one name, made comparable.</param>
/// <param name="Other">Words of the other.</param>
/// <param name="Bits">How much they tell.</param>
public sealed record Finding(FindingKind Kind, string One, string Other, double Bits)
{
    /// <summary>For a person to read.</summary>
    public Text Words => Kind switch
    {
        FindingKind.Same => ($"「{One}」が一致", $"“{One}” is in both"),
        FindingKind.Alike => ($"「{One}」と「{Other}」が類似", $"“{One}” is like “{Other}”"),
        FindingKind.Different => ($"「{One}」と「{Other}」が相違", $"“{One}” against “{Other}”"),
        FindingKind.OnlyInOne => ($"「{One}」は片方のみ", $"“{One}” is in the first only"),
        FindingKind.OnlyInOther => ($"「{Other}」は片方のみ", $"“{Other}” is in the second only"),
        FindingKind.Acronym => ($"「{One}」は「{Other}」の頭字語", $"“{One}” is the first letters of “{Other}”"),
        FindingKind.Sound => ($"「{One}」と「{Other}」の音が類似", $"“{One}” sounds like “{Other}”"),
        _ => ("比べられる文字がない", "there is nothing to compare"),
    };
}
