using Kakehashi.Kernel;

namespace Kakehashi.Platform.Store;

/// <summary>Who changes records, and through what.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Kind">form, import, undo, operation, merge, api, demo.</param>
/// <param name="Batch">The import batch, where one brings the changes.</param>
public sealed record ChangeOrigin(Actor Actor, string Kind, long? Batch = null)
{
    public static ChangeOrigin Form(Actor actor) => new(actor, "form");

    public static ChangeOrigin Api(Actor actor) => new(actor, "api");

    public static ChangeOrigin Import(Actor actor, long batch) => new(actor, "import", batch);

    public static ChangeOrigin Undo(Actor actor, long batch) => new(actor, "undo", batch);

    public static ChangeOrigin Operation(Actor actor) => new(actor, "operation");

    /// <summary>
    /// An operation that asks for another right than to write the record, since it changes nothing that whoever writes it enters:
    /// who looks at a proposal takes it from state to state. Who may do what beyond that right, the operation decides.
    /// </summary>
    public static ChangeOrigin Operation(Actor actor, Right asks) => new(actor, "operation") { Asks = asks };

    /// <summary>The right that a record is written with, where that is not the one to write it.</summary>
    public Right? Asks { get; private init; }

    public static ChangeOrigin Merge(Actor actor) => new(actor, "merge");

    public static ChangeOrigin Demo { get; } = new(Actor.Program, "demo");
}

/// <summary>What kinds of change the history knows.</summary>
public static class ChangeKinds
{
    public const string Created = "created";
    public const string Updated = "updated";
    public const string Withdrawn = "withdrawn";
    public const string Restored = "restored";
    public const string Erased = "erased";

    /// <summary>Another record was merged into this one, which the note names.</summary>
    public const string Merged = "merged";
}
