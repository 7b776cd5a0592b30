using System.Globalization;

namespace Kakehashi.Kernel;

/// <summary>
/// The identity of a record of type <typeparamref name="T"/>. Ids come from one sequence for the whole database, so an
/// id alone tells which record is meant; the type parameter keeps one kind of id from being used for another.
/// </summary>
/// <typeparam name="T">The record's entity.</typeparam>
/// <param name="Value">A positive number; 0 only in a record that has not been written yet.</param>
public readonly record struct Id<T>(long Value) : IRecordId, IComparable<Id<T>>
    where T : class
{
    /// <inheritdoc/>
    public int CompareTo(Id<T> other) => Value.CompareTo(other.Value);

    /// <summary>The number alone, as in addresses.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Orders by number, that is by age.</summary>
    public static bool operator <(Id<T> left, Id<T> right) => left.Value < right.Value;

    /// <summary>Orders by number, that is by age.</summary>
    public static bool operator >(Id<T> left, Id<T> right) => left.Value > right.Value;

    /// <summary>Orders by number, that is by age.</summary>
    public static bool operator <=(Id<T> left, Id<T> right) => left.Value <= right.Value;

    /// <summary>Orders by number, that is by age.</summary>
    public static bool operator >=(Id<T> left, Id<T> right) => left.Value >= right.Value;
}

/// <summary>An <see cref="Id{T}"/> of any record, for the engine that treats all records alike.</summary>
public interface IRecordId
{
    /// <summary>The number.</summary>
    long Value { get; }
}
