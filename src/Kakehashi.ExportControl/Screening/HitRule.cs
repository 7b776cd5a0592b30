using Kakehashi.Kernel;

namespace Kakehashi.ExportControl.Screening;

/// <summary>How a name that was asked for and a listed one are alike.</summary>
public enum HitRule
{
    /// <summary>They are the same.</summary>
    SameName,

    /// <summary>They are the same as wholes but for one letter or the spaces.</summary>
    OneLetter,

    /// <summary>They sound the same, one written in katakana.</summary>
    Sound,

    /// <summary>They share words, in any order, that tell enough.</summary>
    Words,

    /// <summary>One is the first letters of the other.</summary>
    Acronym,

    /// <summary>The listed name is one word of the name that was asked for, as "Anna" is of many.</summary>
    OneWord,
}

/// <summary>The rules in words.</summary>
public static class HitRules
{
    public static Text Words(this HitRule rule) => rule switch
    {
        HitRule.SameName => ("名称が同一", "the names are the same"),
        HitRule.OneLetter => ("1文字または空白を除いて同一", "the same but for a letter or spaces"),
        HitRule.Sound => ("片仮名とラテン文字の音による", "by their sound, one in katakana"),
        HitRule.Words => ("共通する語による", "by the words they share"),
        HitRule.Acronym => ("頭字語による", "by first letters"),
        _ => ("1語の掲載名が名称の一部", "a listed name of one word is part of the name"),
    };
}
