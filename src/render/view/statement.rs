//! The accessibility statement as templates see it.

use tera::Value;

use crate::config::{Shortcoming, Statement};

use super::{Maker, Object};

/// `statement` of accessibility.html.
pub(in crate::render) fn statement(maker: &Maker<'_>, statement: &Statement) -> Value {
    let shortcomings = |list: &[Shortcoming]| {
        let list = list.iter().map(|one| shortcoming(maker, one));
        list.collect::<Vec<Value>>()
    };
    let report_url = statement.report_url.as_ref();
    let mut supervisor = Object::new();
    supervisor
        .set("name", statement.supervisor.name.as_str())
        .set("url", statement.supervisor.url.as_str());
    let mut object = Object::new();
    object
        .set("actor", statement.actor.as_str())
        .set("service", statement.service.as_str())
        .set("conformity", statement.conformity.as_str())
        .set("standard", statement.standard.as_deref())
        .set("assessed", maker.date(&statement.assessed))
        .set("method", statement.method.as_str())
        .set("assessor", statement.assessor.as_deref())
        .set("updated", maker.date(&statement.updated))
        .set("report", maker.person(statement.report.as_ref()))
        .set(
            "report_url",
            report_url.map(|url| maker.written(&url.value)),
        )
        .set("reply", statement.reply.as_deref())
        .set("supervisor", supervisor.done())
        .set("problems", shortcomings(&statement.problems))
        .set("burden", shortcomings(&statement.burden))
        .set("exempt", shortcomings(&statement.exempt));
    object.done()
}

fn shortcoming(maker: &Maker<'_>, one: &Shortcoming) -> Value {
    let affects = one.affects.iter().map(|situation| {
        let key = format!("situation_{}", situation.replace('-', "_"));
        Value::from(maker.locale.format(&key, &[]))
    });
    let mut object = Object::new();
    object
        .set("text", one.text.value.as_str())
        .set(
            "reason",
            one.reason.as_ref().map(|reason| reason.value.as_str()),
        )
        .set("criterion", one.criterion.as_deref())
        .set("affects", affects.collect::<Vec<Value>>())
        .set("fixed_by", maker.optional_date(one.fixed_by.as_ref()));
    object.done()
}
