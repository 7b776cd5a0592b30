using Kakehashi.Analytics.Evaluation;
using Kakehashi.Kernel;

namespace Kakehashi.Platform.Pages.Figures;

/// <summary>A number as pages show it: there, or one of the ways of not being there. Zero is a number.</summary>
public readonly record struct Reading
{
    private Reading(decimal? value, Nothing nothing) => (Value, Nothing) = (value, nothing);

    /// <summary>The number; null where there is none.</summary>
    public decimal? Value { get; }

    /// <summary>Why there is none.</summary>
    public Nothing Nothing { get; }

    public static Reading NotReported => new(null, Nothing.Missing);

    /// <summary>Nothing is to be there: a period still to come, or one that a row says nothing of.</summary>
    public static Reading Blank => default;

    public static Reading Undefined => new(null, Nothing.Undefined);

    public static Reading Suppressed => new(null, Nothing.Suppressed);

    public static Reading Of(decimal value) => new(value, Nothing.None);

    /// <summary>The figure as it is shown: rounded to its definition's decimals.</summary>
    public static Reading Of(Figure figure) =>
        figure.Rounded is { } value ? Of(value) : new(null, figure.Nothing == Nothing.None ? Nothing.Missing : figure.Nothing);

    public static implicit operator Reading(decimal value) => Of(value);

    public static implicit operator Reading(Figure figure) => Of(figure);

    /// <summary>What a table or a file says where there is no number.</summary>
    public static Text Name(Nothing nothing) => nothing switch
    {
        Nothing.Undefined => ("算出不能", "Undefined"),
        Nothing.Suppressed => ("秘匿", "Suppressed"),
        _ => ("未報告", "Not reported"),
    };

    /// <summary>The same in a sentence.</summary>
    public static Text Explanation(Nothing nothing) => nothing switch
    {
        Nothing.Undefined => ("分母が0のため算出できません", "The denominator is zero"),
        Nothing.Suppressed => ("少人数のため、個人が特定されないよう表示していません", "Withheld: so few persons that they could be recognised"),
        _ => ("この期間の報告がありません", "Nothing has been reported for this period"),
    };
}
