using Kakehashi.Access.OrgUnits;
using Kakehashi.Platform;
using Kakehashi.Records;

namespace Kakehashi.Access;

/// <summary>People, roles and org units.</summary>
public static class AccessModule
{
    public static Module Module { get; } = new("access", ("組織", "Organisation"), [RecordType<OrgUnit>.Of<OrgUnitRecord>()]);
}
