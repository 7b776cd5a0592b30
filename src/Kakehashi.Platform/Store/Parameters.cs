using System.Linq.Expressions;

namespace Kakehashi.Platform.Store;

/// <summary>
/// Values in expressions that EF makes parameters of: from a constant it would make a literal, and compile the query
/// anew for each.
/// </summary>
internal static class Parameters
{
    /// <summary>The value as a member of a captured object.</summary>
    public static Expression Of(object value)
    {
        var box = Activator.CreateInstance(typeof(Box<>).MakeGenericType(value.GetType()), value)!;
        return Expression.Property(Expression.Constant(box), nameof(Box<int>.Value));
    }

    private sealed record Box<TValue>(TValue Value);
}
