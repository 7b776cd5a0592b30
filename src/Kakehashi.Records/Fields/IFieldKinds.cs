namespace Kakehashi.Records.Fields;

/// <summary>
/// The closed set of field kinds. Whatever follows from a definition is a facet that answers here for each of them, so
/// a new kind does not compile until every facet has answered.
/// </summary>
/// <typeparam name="TOut">What the facet answers: a column type, an input, a JSON schema …</typeparam>
public interface IFieldKinds<out TOut>
{
    /// <summary>One line of text.</summary>
    TOut Line(LineField field);

    /// <summary>Several lines of text.</summary>
    TOut Note(NoteField field);

    /// <summary>A line in Japanese and in English, either of which may be missing.</summary>
    TOut Bilingual(BilingualField field);

    /// <summary>A whole number.</summary>
    TOut Number(NumberField field);

    /// <summary>A decimal number.</summary>
    TOut Amount(AmountField field);

    /// <summary>A calendar day.</summary>
    TOut Day(DayField field);

    /// <summary>Yes or no.</summary>
    TOut Flag(FlagField field);

    /// <summary>One of a few values that the program knows.</summary>
    TOut Choice(ChoiceField field);

    /// <summary>A code from a list that a staff member may edit.</summary>
    TOut Code(CodeField field);

    /// <summary>Another record.</summary>
    TOut Link(LinkField field);

    /// <summary>A point on the earth.</summary>
    TOut Place(PlaceField field);

    /// <summary>A list of parts that live and die with the record.</summary>
    TOut Parts(PartsField field);
}
