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
