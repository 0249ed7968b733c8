<?xml version="1.0" encoding="UTF-8"?>
<!-- 特殊保护状态核查表：内部留存，限知悉。查过的印结论，没查的留格当场填。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <document style="form">
      <title id="title">特殊保护状态核查表</title>
      <note id="secrecy" align="centre">（内部，限知悉）</note>
      <table id="person" columns="2 4 2 4">
        <row><cell>姓名</cell><cell><field path="employee/@name" as="name"/></cell><cell>员工编号</cell><cell><xsl:if test="employee/@number"><field path="employee/@number"/></xsl:if></cell></row>
        <row><cell>岗位</cell><cell><field path="employee/employment/@position"/></cell><cell>核查日期</cell><cell><xsl:choose><xsl:when test="evidence[@kind='status-check']/@date"><field path="evidence[@kind='status-check']/@date" as="date"/></xsl:when><xsl:otherwise><xsl:call-template name="dated"/></xsl:otherwise></xsl:choose></cell></row>
      </table>
      <table id="rows" columns="7.8 4.7c 3.4 3.1" head="true">
        <row><cell>核查事项</cell><cell>结论</cell><cell>依据</cell><cell>到期日</cell></row>
        <xsl:call-template name="row"><xsl:with-param name="what">接触职业病危害作业，离岗前职业健康检查</xsl:with-param><xsl:with-param name="kinds"> hazard-post </xsl:with-param></xsl:call-template>
        <xsl:call-template name="row"><xsl:with-param name="what">疑似职业病诊断或者医学观察期间</xsl:with-param><xsl:with-param name="kinds"> suspected-occupational-disease </xsl:with-param></xsl:call-template>
        <xsl:call-template name="row"><xsl:with-param name="what">职业病、工伤并被确认丧失或者部分丧失劳动能力；停工留薪期</xsl:with-param><xsl:with-param name="kinds"> occupational-disease work-injury paid-injury-leave </xsl:with-param></xsl:call-template>
        <xsl:call-template name="row"><xsl:with-param name="what">规定的医疗期内</xsl:with-param><xsl:with-param name="kinds"> medical-period </xsl:with-param></xsl:call-template>
        <xsl:call-template name="row"><xsl:with-param name="what">孕期、产期、哺乳期（仅依据本人已提交的材料）</xsl:with-param><xsl:with-param name="kinds"> pregnancy maternity nursing </xsl:with-param></xsl:call-template>
        <xsl:call-template name="row"><xsl:with-param name="what">连续工作满十五年且距法定退休年龄不足五年</xsl:with-param><xsl:with-param name="kinds"> long-service </xsl:with-param></xsl:call-template>
        <xsl:call-template name="row"><xsl:with-param name="what">工会主席、副主席、委员任期内；集体协商代表履职期间</xsl:with-param><xsl:with-param name="kinds"> union-officer collective-bargainer </xsl:with-param></xsl:call-template>
        <xsl:call-template name="row"><xsl:with-param name="what">因参加工会活动、举报或者拒绝违章冒险作业而被提出</xsl:with-param><xsl:with-param name="kinds"> safety-duty union-activity </xsl:with-param></xsl:call-template>
        <xsl:call-template name="row"><xsl:with-param name="what">依法隔离、服役及法律规定的其他情形</xsl:with-param><xsl:with-param name="kinds"> quarantine military </xsl:with-param></xsl:call-template>
      </table>
      <note id="rules">不得询问生育计划；健康信息只记结论和材料编号，不写诊断。结论为“未知”的，先查清再往下办；送达前三日内复核一次。</note>
      <sign id="sign" kind="line">
        <row><cell>核查人：<blank size="9"/></cell><cell>复核（法务）：<blank size="9"/></cell><cell>日期：<blank size="8"/></cell></row>
      </sign>
    </document>
  </xsl:template>

  <!-- kinds 两头各留一个空格，便于整词查找。 -->
  <xsl:template name="row">
    <xsl:param name="what"/>
    <xsl:param name="kinds"/>
    <xsl:variable name="found" select="employee/protection[contains($kinds, concat(' ', @kind, ' '))]"/>
    <row>
      <cell><xsl:value-of select="$what"/></cell>
      <cell><xsl:choose>
        <xsl:when test="$found">是</xsl:when>
        <xsl:when test="evidence[@kind='status-check']">否</xsl:when>
        <xsl:otherwise>□是　□否　□未知</xsl:otherwise>
      </xsl:choose></cell>
      <cell/>
      <cell><xsl:if test="$found/@until"><field path="employee/protection[contains('{$kinds}', concat(' ', @kind, ' '))]/@until" as="date"/></xsl:if></cell>
    </row>
  </xsl:template>
</xsl:stylesheet>
