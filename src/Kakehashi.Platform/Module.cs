using Kakehashi.Kernel;
using Kakehashi.Platform.Forms;
using Kakehashi.Platform.Pages;
using Kakehashi.Records;

namespace Kakehashi.Platform;

/// <summary>A module's table of contents: what the program composes itself from.</summary>
/// <param name="Code">Its name in addresses and in navigation.</param>
/// <param name="Name">What a person reads.</param>
/// <param name="Records">Its record types, in the order that lists of them show.</param>
public sealed record Module(string Code, Text Name, IReadOnlyList<RecordType> Records)
{
    /// <summary>What the module shows on the pages of records, its own or those of earlier modules.</summary>
    public IReadOnlyList<RecordSection> Sections { get; init; } = [];

    /// <summary>Pages of the module that the lists of records lead to.</summary>
    public IReadOnlyList<ListLink> OnLists { get; init; } = [];

    /// <summary>What the module proposes while records are entered.</summary>
    public IReadOnlyList<FormAid> OnForms { get; init; } = [];
}

/// <summary>A link above the list of all records of a type: to something that is done with them together.</summary>
/// <param name="Record">The entity.</param>
/// <param name="Item">Where it leads, and whom it is shown to.</param>
public sealed record ListLink(Type Record, NavItem Item)
{
    public static ListLink Of<TRecord>(NavItem item)
        where TRecord : Record<TRecord> => new(typeof(TRecord), item);
}

/// <summary>A component shown on the page of every record of a type, below its values: what a module knows of it.</summary>
/// <param name="Record">The entity.</param>
/// <param name="Component">A Razor component with a parameter <c>Record</c>.</param>
public sealed record RecordSection(Type Record, Type Component)
{
    /// <summary>The name of the parameter that gets the record, as whoever asks may read it.</summary>
    public const string Parameter = "Record";

    public static RecordSection Of<TRecord, TComponent>()
        where TRecord : Record<TRecord>
        where TComponent : Microsoft.AspNetCore.Components.IComponent => new(typeof(TRecord), typeof(TComponent));
}
