using Kakehashi.Kernel;
using Kakehashi.Records;

namespace Kakehashi.Access.OrgUnits;

/// <summary>What an org unit is within the university.</summary>
public enum OrgUnitKind
{
    University,
    Faculty,
    GraduateSchool,
    Institute,
    Centre,
    Department,
    Administration,
}

/// <summary>A faculty, institute or office of the university; units form a tree.</summary>
public sealed class OrgUnit : Record<OrgUnit>
{
    public string UnitCode { get; private set; } = "";

    public Bilingual Name { get; private set; }

    public OrgUnitKind Kind { get; private set; }

    public Id<OrgUnit>? Parent { get; private set; }

    public DateOnly? OpenedOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }
}
