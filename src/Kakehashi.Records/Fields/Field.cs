using Kakehashi.Kernel;

namespace Kakehashi.Records.Fields;

/// <summary>Who may change the value of a field.</summary>
public enum WrittenBy
{
    /// <summary>Whoever may edit the record: forms, imports and the API.</summary>
    Form,

    /// <summary>An operation alone, e.g. signing. The generic engine shows it and never writes it.</summary>
    Operation,
}

/// <summary>
/// One field of a record. Its values are passed around as <em>canonical values</em>, so that the engine needs no
/// reflection and no generics: null, <see cref="string"/> (also for choices and codes: their code),
/// <see cref="Kernel.Bilingual"/>, <see cref="int"/>, <see cref="decimal"/>, <see cref="DateOnly"/>, <see cref="bool"/>,
/// <see cref="long"/> (the number of a linked record), <see cref="Records.Place"/>, or a list of parts.
/// </summary>
public abstract class Field(Property property, Text label)
{
    /// <summary>The C# name of the property.</summary>
    public string Name => property.Name;

    /// <summary>The name in tables, files, the API and filters: the C# name in snake case.</summary>
    public string Code => property.Code;

    /// <summary>A university has added it; its values lie in <see cref="Record.Own"/>, not in a column of their own.</summary>
    public bool IsOwn => property.IsOwn;

    /// <summary>What a person reads beside the field.</summary>
    public Text Label { get; } = label;

    /// <summary>A sentence below the input, or null.</summary>
    public Text? Help { get; internal set; }

    /// <summary>The record cannot be written without it.</summary>
    public bool IsRequired { get; internal set; }

    /// <summary>A column of the list, which can be sorted and filtered by it.</summary>
    public bool IsListed { get; internal set; }

    /// <summary>Its words find the record.</summary>
    public bool IsSearched { get; internal set; }

    /// <summary>Tells something about a person: masked, left out of analytics, erasable.</summary>
    public bool IsPersonal { get; internal set; }

    /// <summary>Who may change it.</summary>
    public WrittenBy WrittenBy { get; internal set; }

    /// <summary>The type of the property.</summary>
    public Type Type => property.Type;

    /// <summary>The canonical value of this field in a record or part.</summary>
    public object? Read(object owner) => property.Get(owner);

    /// <summary>Puts a canonical value into a record or part.</summary>
    public void Write(object owner, object? value) => property.Set(owner, value);

    /// <summary>Asks a facet for its answer to this kind of field.</summary>
    public abstract TOut Accept<TOut>(IFieldKinds<TOut> facet);
}
