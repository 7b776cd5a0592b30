using System.Globalization;
using Kakehashi.Kernel;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Access.People;

/// <summary>The rows of a form in which roles are given, as they were typed: <c>role.0</c>, <c>unit.0</c> and so on.</summary>
public sealed class GrantForm
{
    /// <summary>Rows that are always there to be filled.</summary>
    private const int Free = 2;

    private const int Most = 50;

    private GrantForm(IReadOnlyList<(string Role, string Unit)> rows) => Rows = rows;

    /// <summary>The codes of roles and the numbers of units; empty where nothing is chosen.</summary>
    public IReadOnlyList<(string Role, string Unit)> Rows { get; }

    /// <summary>What somebody has now, with room for more.</summary>
    public static GrantForm Of(IReadOnlyList<Grant> grants) => new(
        [.. grants.Select(grant => (CodeNames.Of(grant.Role), grant.Unit?.ToString(CultureInfo.InvariantCulture) ?? "")), .. Enumerable.Repeat(("", ""), Free)]);

    /// <summary>What was sent.</summary>
    public static GrantForm Of(IFormCollection form) => new(
        [.. Enumerable.Range(0, Most).TakeWhile(row => form.ContainsKey($"role.{row}")).Select(row => (form[$"role.{row}"].ToString(), form[$"unit.{row}"].ToString()))]);

    /// <summary>The roles that the rows mean, and what is wrong with them.</summary>
    public (List<NewGrant> Grants, List<Problem> Problems) Read(UnitNames units)
    {
        var (grants, problems) = (new List<NewGrant>(), new List<Problem>());
        foreach (var (row, (role, unit)) in Rows.Index())
        {
            if (role.Length == 0 && unit.Length == 0) continue;
            if (RoleOf(role) is not { } known) problems.Add(new($"role.{row}", "people.no-role-chosen", ("役割を選んでください。", "Choose the role.")));
            else if (unit.Length == 0) grants.Add(new(known, null));
            else if (long.TryParse(unit, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && units.Has(number)) grants.Add(new(known, number));
            else problems.Add(new($"unit.{row}", "people.unknown-unit", ("この部局はありません。選び直してください。", "There is no such unit. Choose another.")));
        }

        if (problems.Count == 0 && grants.Count == 0) problems.Add(new("role.0", PeopleRefusals.NoRole.Code, PeopleRefusals.NoRole.Message));
        return (grants, problems);
    }

    /// <summary>The role of a code; null where there is none.</summary>
    public static Role? RoleOf(string code) => Enum.GetValues<Role>().Where(role => CodeNames.Of(role) == code).Select(role => (Role?)role).FirstOrDefault();
}
