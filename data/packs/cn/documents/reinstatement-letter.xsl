<?xml version="1.0" encoding="UTF-8"?>
<!-- 恢复履行通知：撤回解除或者恢复劳动合同；岗位、工资、工作年限照旧，期间的工资补发。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <document style="letter" letterhead="true">
      <title id="title">恢复履行劳动合同通知书</title>
      <xsl:call-template name="number"/>
      <xsl:call-template name="addressee"/>
      <p id="decision">公司决定自<field path="case/measure[@kind='reinstatement']/@from" as="date"/>起恢复履行与您的劳动合同<xsl:if test="departure/@last-day">，此前关于劳动合同于<field path="departure/@last-day" as="date"/>解除的决定不再执行</xsl:if>。</p>
      <item id="post"><strong>岗位和待遇。</strong>您仍任<xsl:if test="employee/employment/@department"><field path="employee/employment/@department"/></xsl:if><field path="employee/employment/@position"/>，工作地点、工资和其他待遇按原劳动合同执行。</item>
      <item id="service"><strong>工作年限。</strong>您的工作年限自<field path="employee/employment/@hired" as="date"/>起连续计算。</item>
      <item id="wages"><strong>期间的工资。</strong>未能上班期间的工资按您正常劳动时的标准补发，社会保险费和住房公积金依法补缴<xsl:if test="case/@pay-date">，工资于<field path="case/@pay-date" as="date"/>前支付</xsl:if>。</item>
      <item id="report"><strong>报到。</strong>请您于<field path="case/measure[@kind='reinstatement']/@until" as="date"/>前到<field path="case/measure[@kind='reinstatement']/@place"/>报到。您不能按时报到的，请提前与人力资源部<xsl:call-template name="contact"/>联系，另行约定时间。</item>
      <p id="closing">欢迎您回来。</p>
      <xsl:call-template name="company-sign"/>
      <xsl:call-template name="slip">
        <xsl:with-param name="title">恢复履行劳动合同通知书</xsl:with-param>
      </xsl:call-template>
    </document>
  </xsl:template>
</xsl:stylesheet>
