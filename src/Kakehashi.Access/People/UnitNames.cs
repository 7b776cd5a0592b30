using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Pages.Forms;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Access.People;

/// <summary>What org units are called where roles are given and shown.</summary>
public sealed class UnitNames
{
    private readonly Dictionary<long, (string Code, Text Name, bool IsWithdrawn)> units;

    private UnitNames(Dictionary<long, (string Code, Text Name, bool IsWithdrawn)> units) => this.units = units;

    public static async Task<UnitNames> ReadAsync(Workspace workspace, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var all = await context.Set<OrgUnit>().OrderBy(unit => unit.UnitCode).ToListAsync(cancel);
        return new(all.ToDictionary(unit => unit.Id.Value, unit => (unit.UnitCode, new Text(unit.Name.In(Language.Ja), unit.Name.In(Language.En)), unit.IsWithdrawn)));
    }

    /// <summary>The whole university, or a unit.</summary>
    public Text Of(long? unit) => unit is null ? ("大学全体", "Whole university")
        : units.TryGetValue(unit.Value, out var known) ? known.Name : Text.Same($"#{unit}");

    /// <summary>The code of a unit, as the command line and files name it.</summary>
    public string CodeOf(long unit) => units.TryGetValue(unit, out var known) ? known.Code : $"#{unit}";

    /// <summary>The unit in use with this code; null where there is none.</summary>
    public long? WithCode(string code) => units.Where(pair => !pair.Value.IsWithdrawn && pair.Value.Code == code).Select(pair => (long?)pair.Key).FirstOrDefault();

    /// <summary>True for a unit that a role can be given for.</summary>
    public bool Has(long unit) => units.ContainsKey(unit);

    /// <summary>All of them, to choose from.</summary>
    public IReadOnlyList<Choice> Choices => [.. units.Select(pair => new Choice(
        pair.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), (pair.Value.Code + "  " + pair.Value.Name.Ja, pair.Value.Code + "  " + pair.Value.Name.En)) { IsRetired = pair.Value.IsWithdrawn })];

    /// <summary>Role and unit, as one reads them.</summary>
    public Text Of(Grant grant)
    {
        var (role, unit) = (Roles.Name(grant.Role), Of(grant.Unit));
        return ($"{role.Ja}（{unit.Ja}）", $"{role.En} ({unit.En})");
    }
}
