using System.Text.Json;
using Kakehashi.Kernel;
using Kakehashi.Records.Own;

namespace Kakehashi.Records;

/// <summary>What every record has, whatever its type. The engine writes these; nothing else may.</summary>
public abstract class Record
{
    /// <summary>The number of the record's <see cref="Record{T}.Id"/>; 0 until it is written.</summary>
    public abstract long Number { get; internal set; }

    /// <summary>Starts at 1 and grows by one with each change: what an edit must name to be sure of what it changes.</summary>
    public int Version { get; internal set; }

    /// <summary>Taken out of lists, search, indicators and new links; its history stays.</summary>
    public bool IsWithdrawn { get; internal set; }

    /// <summary>What is personal was left out for whoever reads it: such a record is never written.</summary>
    public bool IsMasked { get; internal set; }

    /// <summary>The values of the fields that the university has added; null where there is none.</summary>
    public OwnValues? Own { get; private set; }

    /// <summary>The same as they are stored.</summary>
    internal string? OwnText
    {
        get => Own?.Text;
        set => Own = OwnValues.Of(value);
    }

    internal void SetOwn(string code, JsonElement? value) => Own = OwnValues.Put(Own, code, value);
}

/// <summary>The base of an entity that the engine keeps, e.g. <c>class Agreement : Record&lt;Agreement&gt;</c>.</summary>
/// <typeparam name="T">The entity itself.</typeparam>
public abstract class Record<T> : Record
    where T : Record<T>
{
    /// <summary>Unique in the whole database, over all types.</summary>
    public Id<T> Id { get; internal set; }

    /// <inheritdoc/>
    public sealed override long Number
    {
        get => Id.Value;
        internal set => Id = new(value);
    }
}

/// <summary>One kind of record: what table, form, list, import, export, API, search, history and facts follow from.</summary>
/// <typeparam name="T">The entity.</typeparam>
public interface IRecordType<T>
    where T : Record<T>, new()
{
    /// <summary>Says what the record is. Called once, at start-up.</summary>
    static abstract void Define(Definition<T> record);
}
