<?xml version="1.0" encoding="UTF-8"?>
<!-- 经济补偿计算表：通知书和协议书的附件。逐月工资、分段、每一步的依据都照判断印出，不另算。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fw="urn:fairwell:functions:1"
                xmlns="urn:fairwell:blocks:1" exclude-result-prefixes="fw">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <document style="form">
      <title id="title">经济补偿计算表</title>
      <xsl:call-template name="number"/>
      <table id="person" columns="2 4 2 4">
        <row><cell>姓名</cell><cell><field path="employee/@name" as="name"/></cell><cell>员工编号</cell><cell><xsl:if test="employee/@number"><field path="employee/@number"/></xsl:if></cell></row>
        <row><cell>入职日期</cell><cell><field path="employee/employment/@hired" as="date"/></cell><cell>最后工作日</cell><cell><field path="departure/@last-day" as="date"/></cell></row>
      </table>
      <xsl:if test="fw:recorded-months(employee/wage, departure/@last-day, 12)">
        <table id="wages" columns="3c 4r 4r 4" head="true">
          <row><cell>工资月份</cell><cell>应发工资（元）</cell><cell>其中加班费（元）</cell><cell>备注</cell></row>
          <xsl:for-each select="fw:recorded-months(employee/wage, departure/@last-day, 12)">
            <xsl:sort select="@month"/>
            <xsl:variable name="at" select="concat('employee/wage[', count(preceding-sibling::wage) + 1, ']/@')"/>
            <row>
              <cell><field path="{$at}month" as="month"/></cell>
              <cell><field path="{$at}gross" as="money"/></cell>
              <cell><xsl:choose><xsl:when test="@overtime"><field path="{$at}overtime" as="money"/></xsl:when><xsl:otherwise>—</xsl:otherwise></xsl:choose></cell>
              <cell><xsl:if test="@normal='false'">没有正常出勤</xsl:if></cell>
            </row>
          </xsl:for-each>
        </table>
      </xsl:if>
      <xsl:call-template name="segments"/>
      <xsl:if test="assessment/severance/step">
        <table id="steps" columns="8 5" head="true" closed="true">
          <row><cell>计算过程</cell><cell>依据</cell></row>
          <xsl:for-each select="assessment/severance/step">
            <row><cell><field path="assessment/severance/step[{position()}]" as="working"/></cell><cell><xsl:if test="@article"><field path="assessment/severance/step[{position()}]/@article" as="law"/></xsl:if></cell></row>
          </xsl:for-each>
        </table>
      </xsl:if>
      <note id="meaning">应得工资按税前、扣除个人缴纳的社会保险费和住房公积金之前的数额计算。<xsl:if test="count(assessment/severance/segment) > 1">各段金额四舍五入到分，合计按没有取整的数计算，可能差一分。</xsl:if><xsl:if test="assessment/severance/segment[@base * @months - @amount > 0.005 or @amount - @base * @months > 0.005]">月工资基数除不尽，列到分，金额按没有取整的数相乘后四舍五入到分。</xsl:if>您对月份、金额有不同意见的，可以在签收时注明，也可以向人力资源部<xsl:call-template name="contact"/>提出核对。</note>
      <xsl:if test="assessment/@pack and not(assessment/@pack-reviewed-by)">
        <note id="review">计算规则出自法规包<field path="assessment/@pack"/>（<field path="assessment/@pack-version"/>版），未经律师审核。</note>
      </xsl:if>
      <sign id="sign" kind="line">
        <row><cell>制表：<blank size="8"/></cell><cell>复核：<blank size="8"/></cell><cell>员工（收到）：<blank size="8"/></cell></row>
        <row><cell>日期：<blank size="4"/>年<blank size="2"/>月<blank size="2"/>日</cell></row>
      </sign>
    </document>
  </xsl:template>

  <!-- 2008年前后分段的，一段一行；不分段的一行。 -->
  <xsl:template name="segments">
    <table id="segments" columns="7 1.6c 3.2r 3.2r" head="true">
      <row><cell>工作年限</cell><cell>月数</cell><cell>月工资基数（元）</cell><cell>金额（元）</cell></row>
      <xsl:for-each select="assessment/severance/segment">
        <xsl:variable name="at" select="concat('assessment/severance/segment[', position(), ']/@')"/>
        <row>
          <cell><field path="{$at}from" as="date"/>至<field path="{$at}to" as="date"/></cell><cell><field path="{$at}months" as="months"/></cell>
          <cell><field path="{$at}base" as="money"/></cell><cell><field path="{$at}amount" as="money"/></cell>
        </row>
      </xsl:for-each>
      <row>
        <cell>合计（大写：人民币<field path="assessment/severance/@amount" as="upper"/>）</cell><cell><field path="assessment/severance/@months" as="months"/></cell>
        <cell/><cell>¥<field path="assessment/severance/@amount" as="money"/></cell>
      </row>
    </table>
  </xsl:template>
</xsl:stylesheet>
