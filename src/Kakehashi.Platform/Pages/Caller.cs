using Kakehashi.Kernel;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Platform.Pages;

/// <summary>Who asks: the one place where a request gets its actor.</summary>
public static class Caller
{
    /// <summary>Whoever has signed in.</summary>
    /// <exception cref="InvalidOperationException">Nobody has: the address lets strangers in and must not ask for records.</exception>
    public static Actor Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Features.Get<Actor>() ?? throw new InvalidOperationException($"nobody has signed in at {http.Request.Path}");
    }

    /// <summary>Whoever has signed in, or null.</summary>
    public static Actor? OrNobody(HttpContext http) => http.Features.Get<Actor>();

    /// <summary>Says who asks; done once, before any page.</summary>
    public static void Set(HttpContext http, Actor actor) => http.Features.Set(actor);
}
