using Kakehashi.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Platform.Pages;

/// <summary>
/// What most pages need: the request they answer. A page is rendered once all that it shows has been read. The framework
/// would also render it in between, half read, wherever a store does not answer at once.
/// </summary>
public abstract class Page : ComponentBase, IHandleEvent
{
    private bool isInitialised;

    [CascadingParameter]
    public HttpContext Http { get; set; } = default!;

    [Inject]
    public Microsoft.AspNetCore.Components.NavigationManager Navigation { get; set; } = default!;

    /// <inheritdoc/>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!isInitialised)
        {
            isInitialised = true;
            OnInitialized();
            await OnInitializedAsync();
        }

        OnParametersSet();
        await OnParametersSetAsync();
        StateHasChanged();
    }

    /// <summary>Answers a form, then shows what came of it.</summary>
    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg)
    {
        await item.InvokeAsync(arg);
        StateHasChanged();
    }

    /// <summary>Whoever asks.</summary>
    protected Actor Actor => Caller.Of(Http);

    /// <summary>True while a form is being answered.</summary>
    protected bool IsPost => HttpMethods.IsPost(Http.Request.Method);

    /// <summary>
    /// The form is shown again with what is wrong: 422, without which Turbo refuses to show the answer to a POST.
    /// </summary>
    protected void Invalid()
    {
        if (!Http.Response.HasStarted) Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    /// <summary>To another page of the product in the same language, e.g. <c>agreements/12</c>; 303 after a POST.</summary>
    protected void GoTo(string route) => Navigation.NavigateTo(route);
}
