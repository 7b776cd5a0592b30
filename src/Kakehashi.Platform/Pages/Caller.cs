using Kakehashi.Kernel;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Platform.Pages;

/// <summary>Who asks: the one place where a request gets its actor.</summary>
public static class Caller
{
    /// <summary>Whoever sits at the machine, until people sign in.</summary>
    public static Actor Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return Actor.Local;
    }
}
