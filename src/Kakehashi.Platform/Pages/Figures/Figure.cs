using Kakehashi.Kernel;

namespace Kakehashi.Platform.Pages.Figures;

/// <summary>Why there is no number. Zero is not among them: it is a number.</summary>
public enum Absence
{
    /// <summary>Nobody has reported for this unit and period.</summary>
    NotReported,

    /// <summary>The denominator is zero, or a part of the formula is absent.</summary>
    Undefined,

    /// <summary>So few persons that the number could tell who they are.</summary>
    Suppressed,
}

/// <summary>A number as pages show it: there, or one of the ways of not being there.</summary>
public readonly record struct Figure
{
    private Figure(decimal? value, Absence absence) => (Value, Absence) = (value, absence);

    /// <summary>The number; null where there is none.</summary>
    public decimal? Value { get; }

    /// <summary>Why there is none; only where <see cref="Value"/> is null.</summary>
    public Absence Absence { get; }

    public static Figure NotReported => new(null, Absence.NotReported);

    public static Figure Undefined => new(null, Absence.Undefined);

    public static Figure Suppressed => new(null, Absence.Suppressed);

    public static Figure Of(decimal value) => new(value, default);

    public static implicit operator Figure(decimal value) => Of(value);

    /// <summary>What a table or a file says where there is no number.</summary>
    public static Text Name(Absence absence) => absence switch
    {
        Absence.Undefined => ("算出不能", "Undefined"),
        Absence.Suppressed => ("秘匿", "Suppressed"),
        _ => ("未報告", "Not reported"),
    };

    /// <summary>The same in a sentence.</summary>
    public static Text Explanation(Absence absence) => absence switch
    {
        Absence.Undefined => ("分母が0のため算出できません", "The denominator is zero"),
        Absence.Suppressed => ("少人数のため、個人が特定されないよう表示していません", "Withheld: so few persons that they could be recognised"),
        _ => ("この期間の報告がありません", "Nothing has been reported for this period"),
    };
}
