namespace Kakehashi.Kernel;

/// <summary>What somebody may do. Roles are bundles of rights; every page, address, export and search asks for one of these.</summary>
public enum Right
{
    /// <summary>See records, their history and the figures above them.</summary>
    See,

    /// <summary>See what is marked personal in those records.</summary>
    SeePersonal,

    /// <summary>Enter, change, import and withdraw the records of units.</summary>
    Write,

    /// <summary>The same with records that belong to no unit: partners.</summary>
    WriteShared,

    /// <summary>Set targets, keep the strategy, open rounds of assessment, close periods.</summary>
    Steer,

    /// <summary>Erase what is personal, for ever.</summary>
    Erase,

    /// <summary>See and decide what security export control looks at. No other right comes with it, nor does it with any other.</summary>
    ControlExports,

    /// <summary>Keep the org units, the people and their roles, the set-up.</summary>
    Administer,
}
