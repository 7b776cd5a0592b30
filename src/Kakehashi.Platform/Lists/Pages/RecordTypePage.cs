using Kakehashi.Platform.Pages;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Microsoft.AspNetCore.Components;

namespace Kakehashi.Platform.Lists.Pages;

/// <summary>A page about the records of one type, whichever the address names.</summary>
public abstract class RecordTypePage : Page
{
    /// <summary>The record type's address segment.</summary>
    [Parameter]
    public string Route { get; set; } = "";

    [Inject]
    public Workspace Workspace { get; set; } = default!;

    /// <summary>The type at this address; null where there is none, which is answered by 404.</summary>
    protected RecordType? Type => Workspace.Types.AtRoute(Route);

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        if (Type is { SeenWith: { } right } type && !Actor.MaySee(type)) throw new NotAllowedException(Actor, right);
    }

    protected CancellationToken Cancel => Http.RequestAborted;

    /// <summary>The way to the list.</summary>
    protected IReadOnlyList<Crumb> ToList => [new(Type!.Many, Route)];
}
