using Kakehashi.Kernel;
using Kakehashi.Records.Fields;

namespace Kakehashi.Records;

/// <summary>What may be said of any field. All of it is optional.</summary>
public readonly struct FieldOptions(Field field)
{
    /// <summary>The record cannot be written without it.</summary>
    public FieldOptions Required() => With(f => f.IsRequired = true);

    /// <summary>A column of the list, which can be sorted and filtered by it.</summary>
    public FieldOptions Listed() => With(f => f.IsListed = true);

    /// <summary>Its words find the record.</summary>
    public FieldOptions Searched() => With(f => f.IsSearched = true);

    /// <summary>Tells something about a person: masked, left out of analytics, erasable.</summary>
    public FieldOptions Personal() => With(f => f.IsPersonal = true);

    /// <summary>A sentence below the input.</summary>
    public FieldOptions Help(Text help) => With(f => f.Help = help);

    /// <summary>Who may change it, where that is not whoever edits the record.</summary>
    public FieldOptions WrittenBy(WrittenBy who) => With(f => f.WrittenBy = who);

    private FieldOptions With(Action<Field> change)
    {
        change(field);
        return this;
    }
}
