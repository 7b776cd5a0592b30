using Kakehashi.Kernel;

namespace Kakehashi.ExportControl.Screening;

/// <summary>What beside the names speaks for a hit or against it.</summary>
public enum Evidence
{
    /// <summary>The list connects the entity with the country that was asked for.</summary>
    CountryAgrees,

    /// <summary>The list connects it with other countries only.</summary>
    CountryDiffers,

    /// <summary>The list states no country, or none was asked for.</summary>
    CountryNotStated,

    /// <summary>A date of birth of the list is possible.</summary>
    BirthAgrees,

    /// <summary>No date of birth of the list is possible.</summary>
    BirthDiffers,

    /// <summary>The publisher says that this name alone identifies nobody.</summary>
    WeakAlias,

    /// <summary>The listed name is one word that many persons are called by.</summary>
    CommonName,

    /// <summary>A person was asked for and something else is listed, or the other way round.</summary>
    KindDiffers,

    /// <summary>The name consists of words that many have, and the country differs.</summary>
    CommonWordsElsewhere,
}

/// <summary>What evidence weighs and how it is said.</summary>
public static class EvidenceWords
{
    /// <summary>By how many bits the odds rise or fall: one bit doubles or halves them.</summary>
    public static double Bits(this Evidence evidence) => evidence switch
    {
        Evidence.CountryAgrees => 1,
        Evidence.CountryDiffers => -1,
        Evidence.BirthAgrees => 2,
        Evidence.BirthDiffers => -3,
        Evidence.WeakAlias => -1,
        Evidence.CommonName => -1,
        Evidence.KindDiffers => -2,
        Evidence.CommonWordsElsewhere => -4,
        _ => 0,
    };

    public static Text Words(this Evidence evidence) => evidence switch
    {
        Evidence.CountryAgrees => ("国・地域が一致", "the country agrees"),
        Evidence.CountryDiffers => ("国・地域が相違", "the country differs"),
        Evidence.CountryNotStated => ("国・地域は不明", "the country is not stated"),
        Evidence.BirthAgrees => ("生年月日が一致", "the date of birth agrees"),
        Evidence.BirthDiffers => ("生年月日が相違", "the date of birth differs"),
        Evidence.WeakAlias => ("識別力の低い別名", "a weak alias"),
        Evidence.CommonName => ("ありふれた名1語だけの掲載名", "listed by one common name only"),
        Evidence.KindDiffers => ("個人と機関の別が相違", "a person against an organisation"),
        _ => ("ありふれた語だけの名称で、国・地域が相違", "common words only, and the country differs"),
    };
}
