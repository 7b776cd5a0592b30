using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Access.People;

/// <summary>One of the invented people of the demonstration.</summary>
/// <param name="UserName">The user name.</param>
/// <param name="Name">Who it is.</param>
/// <param name="Does">What this person comes for.</param>
/// <param name="Role">The role.</param>
/// <param name="IsOfUnit">Has the role for one unit alone.</param>
public sealed record Persona(string UserName, Text Name, Text Does, Role Role, bool IsOfUnit = false);

/// <summary>
/// Invented people of whom one becomes any with a click: in the demonstration, whose records are invented too, and from the
/// machine itself, never over a network.
/// </summary>
public static class Personas
{
    /// <summary>All of them, in the order the sign-in page shows them.</summary>
    public static IReadOnlyList<Persona> All { get; } =
    [
        new("president", ("総長", "President"), ("戦略の進み具合を見る", "Sees how the strategy stands"), Role.Viewer),
        new("analyst", ("戦略担当", "Strategy analyst"), ("指標と目標を管理し、問いに答える", "Keeps indicators and targets, and answers questions"), Role.Strategist),
        new("officer", ("国際交流課職員", "Exchange officer"), ("協定と留学の記録を管理する", "Keeps agreements and stays"), Role.Officer),
        new("clerk", ("部局の事務職員", "Department clerk"), ("担当部局の記録を入力する", "Enters the records of one department"), Role.Contributor, IsOfUnit: true),
        new("researcher", ("教員", "Researcher"), ("自分の部局の記録を見る", "Sees the records of one department"), Role.Viewer, IsOfUnit: true),
        new("export", ("輸出管理担当", "Export-control officer"), ("安全保障輸出管理の審査をする", "Reviews for security export control"), Role.ExportController),
        new("administrator", ("システム管理者", "Administrator"), ("利用者と設定を管理する", "Keeps people and set-up"), Role.Administrator),
    ];

    /// <summary>Whether this request may become one of them.</summary>
    public static bool AreOffered(HttpContext http, Workspace workspace) =>
        workspace.IsSynthetic && ThisMachine.Asks(http);

    internal static async Task MakeAsync(IServiceProvider services, Workspace workspace, CancellationToken cancel)
    {
        var users = services.GetRequiredService<UserManager<Account>>();
        var context = services.GetRequiredService<AccountsContext>();
        var known = await context.Users.Where(user => user.IsPersona).Select(user => user.UserName).ToListAsync(cancel);
        var unit = await UnitAsync(workspace, cancel);
        foreach (var persona in All.Where(persona => !known.Contains(persona.UserName)))
        {
            var account = new Account { UserName = persona.UserName, DisplayName = persona.Name.In(Language.Ja), Email = $"{persona.UserName}@example.ac.jp", CreatedAt = workspace.Clock.GetUtcNow(), IsPersona = true };
            var made = await users.CreateAsync(account);
            if (!made.Succeeded) throw new InvalidOperationException($"the persona {persona.UserName} cannot be made: {made}");
            context.Grants.Add(new() { Account = account.Id, Role = persona.Role, Unit = persona.IsOfUnit ? unit : null });
        }

        await context.SaveChangesAsync(cancel);
    }

    internal static void Map(WebApplication app) => app.MapPost("/sign-in/as", async Task<IResult> ([FromForm] string persona, [FromForm] string? back, HttpContext http, Workspace workspace, SignInManager<Account> signIn) =>
    {
        if (!AreOffered(http, workspace) || await signIn.UserManager.FindByNameAsync(persona) is not { IsPersona: true, IsDisabled: false } account) return TypedResults.NotFound();
        await signIn.SignOutAsync();
        await signIn.SignInAsync(account, isPersistent: false, "persona");
        return TypedResults.Redirect(back is not null && Address.IsLocal(back) ? back : $"{http.Request.PathBase}/");
    }).AllowAnonymous();

    /// <summary>A unit that has some below it, so that one sees what a subtree is.</summary>
    private static async Task<long?> UnitAsync(Workspace workspace, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var units = await context.Set<OrgUnit>().Where(unit => !unit.IsWithdrawn).OrderBy(unit => unit.Id).Select(unit => new { unit.Id, unit.Kind, unit.Parent }).ToListAsync(cancel);
        var best = units.Where(unit => unit.Kind is OrgUnitKind.GraduateSchool or OrgUnitKind.Faculty)
            .OrderByDescending(unit => units.Count(other => other.Parent?.Value == unit.Id.Value)).ThenBy(unit => unit.Id.Value).FirstOrDefault();
        return best?.Id.Value;
    }
}
