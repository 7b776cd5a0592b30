using System.Reflection;
using Kakehashi.Kernel;
using Kakehashi.Platform.Forms;

namespace Kakehashi.Platform.Pages;

/// <summary>What the shell shows of a product: which assemblies have pages and what the navigation lists.</summary>
/// <param name="Assemblies">Assemblies with pages, besides the web program's own.</param>
/// <param name="Sections">The navigation, from top to bottom.</param>
public sealed record Site(IReadOnlyList<Assembly> Assemblies, IReadOnlyList<NavSection> Sections)
{
    public const string Name = "Kakehashi";
    public const string JapaneseName = "架け橋";

    /// <summary>What modules show on the pages of records.</summary>
    public IReadOnlyList<RecordSection> OnRecords { get; init; } = [];

    /// <summary>Where lists of records lead to besides.</summary>
    public IReadOnlyList<ListLink> OnLists { get; init; } = [];

    /// <summary>What modules propose while records are entered.</summary>
    public IReadOnlyList<FormAid> OnForms { get; init; } = [];

    /// <summary>Pages, beside records, that words of a search lead to.</summary>
    public Func<IServiceProvider, string, IReadOnlyList<NavItem>> Found { get; init; } = (_, _) => [];

    /// <summary>A component at the right of the top bar: who is signed in.</summary>
    public Type? Tools { get; init; }

    /// <summary>A component below the sign-in: what there is for those who do not sign in.</summary>
    public Type? Front { get; init; }
}

/// <summary>A headed part of the navigation; the first one may go without a heading.</summary>
public sealed record NavSection(Text? Heading, IReadOnlyList<NavItem> Items);

/// <summary>One entry of the navigation.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Route">Relative to the language: <c>agreements</c>; the home page is empty.</param>
/// <param name="Icon">A name of <see cref="Icons"/>.</param>
public sealed record NavItem(Text Label, string Route, string Icon)
{
    /// <summary>Whom it is shown to; everybody who has signed in, unless said otherwise.</summary>
    public Func<Actor, bool> For { get; init; } = _ => true;
}

/// <summary>One step of the way to a page; the last one has no address.</summary>
public sealed record Crumb(Text Label, string? Href = null);
