using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.House;

/// <summary>Rules that are about types and not about text.</summary>
public sealed class TypeTests
{
    private static readonly Type[] Production = [.. TypesOf(typeof(Fault).Assembly), .. TypesOf(Assembly.Load("Plimsoll.Host"))];

    [Fact]
    public void Classes_are_sealed_unless_others_derive_from_them() => Open(Production).ShouldBeEmpty();

    [Fact]
    public void An_interface_has_two_implementations_in_production() => Lonely(Production).ShouldBeEmpty();

    [Fact]
    public void The_sealing_rule_finds_an_open_class_and_an_abstract_one_with_a_single_heir() =>
        Open([typeof(OpenSample), typeof(AbstractSample), typeof(OnlyHeir), typeof(StaticSample), typeof(Choice), typeof(ChoiceA), typeof(ChoiceB)])
            .ShouldBe([typeof(OpenSample).FullName, typeof(AbstractSample).FullName]);

    [Fact]
    public void The_interface_rule_does_not_count_other_interfaces_or_abstract_classes()
    {
        Lonely([typeof(ISample), typeof(IWiderSample), typeof(AbstractSample), typeof(OnlyHeir)]).ShouldBe([typeof(ISample).FullName, typeof(IWiderSample).FullName]);
        Lonely([typeof(ISample), typeof(OnlyHeir), typeof(SecondSample)]).ShouldBeEmpty();
    }

    private static IEnumerable<Type> TypesOf(Assembly assembly) =>
        assembly.GetTypes().Where(type => type.Namespace?.StartsWith("Plimsoll", StringComparison.Ordinal) is true && !IsGenerated(type));

    // An abstract record with several sealed cases is how C# writes a choice.
    private static IEnumerable<string?> Open(IReadOnlyList<Type> types) =>
        from type in types
        where type.IsClass && !type.IsSealed
        where !type.IsAbstract || types.Count(other => other.BaseType == type) < 2
        select type.FullName;

    private static IEnumerable<string?> Lonely(IReadOnlyList<Type> types) =>
        from type in types
        where type.IsInterface && types.Count(other => !other.IsAbstract && type.IsAssignableFrom(other)) < 2
        select type.FullName;

    // The compiler of pages cannot seal them.
    private static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || type.IsSubclassOf(typeof(ComponentBase)) || type.Name is "_Imports" || type.Name.Contains('<', StringComparison.Ordinal)
        || (type.DeclaringType is { } outer && IsGenerated(outer));

    private interface ISample;

    private interface IWiderSample : ISample;

    private static class StaticSample;

    private abstract class AbstractSample : IWiderSample;

    private sealed class OnlyHeir : AbstractSample;

    private sealed class SecondSample : ISample;

    private abstract record Choice;

    private sealed record ChoiceA : Choice;

    private sealed record ChoiceB : Choice;

#pragma warning disable CA1852, MA0053 // Open on purpose: the rule has to find it.
    private class OpenSample;
#pragma warning restore CA1852, MA0053
}
