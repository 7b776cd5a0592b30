using Kakehashi.Platform.Pages;

namespace Kakehashi.Web;

/// <summary>The modules of the product: the one list of what is in it.</summary>
internal static class Composition
{
    public static Site Site { get; } = new(
        [typeof(Page).Assembly],
        [
            new(null, [new(("ホーム", "Home"), "", "home")]),
        ]);
}
