using Kakehashi.Records;
using Microsoft.AspNetCore.Components;

namespace Kakehashi.Platform.Forms;

/// <summary>
/// What a module proposes while a record is entered: a component in the form of every record of a type. A button named <see cref="Look"/> has
/// the form shown again with what is proposed for what has been typed so far; one named <see cref="Take"/> with a value fills in what the module
/// has under it. Nothing that was typed is lost, and nothing is saved.
/// </summary>
/// <param name="Record">The entity.</param>
/// <param name="Component">A Razor component with the parameters <c>Draft</c>, the record as far as it can be read, and <c>Pressed</c>, a <see cref="Press"/>.</param>
/// <param name="Fill">The record that a value stands for; null where it stands for none.</param>
public sealed record FormAid(Type Record, Type Component, Func<IServiceProvider, string, CancellationToken, Task<Record?>> Fill)
{
    /// <summary>The name of the button that asks.</summary>
    public const string Look = "look";

    /// <summary>The value of <see cref="Look"/> where nobody has pressed it: somebody has left an input that the proposals depend on.</summary>
    public const string Unasked = "unasked";

    /// <summary>The name of the buttons that fill in.</summary>
    public const string Take = "take";

    /// <summary>The inputs that what is proposed depends on, by the codes of their fields.</summary>
    public required IReadOnlyList<string> Watched { get; init; }

    public static FormAid Of<TRecord, TComponent>(IReadOnlyList<string> watched, Func<IServiceProvider, string, CancellationToken, Task<Record?>> fill)
        where TRecord : Record<TRecord>
        where TComponent : IComponent => new(typeof(TRecord), typeof(TComponent), fill) { Watched = watched };

    /// <summary>Why the form is shown.</summary>
    public enum Press
    {
        /// <summary>None of the module's buttons was pressed.</summary>
        None,

        /// <summary>Somebody asks what there is.</summary>
        Looked,

        /// <summary>Something has been filled in.</summary>
        Taken,
    }
}
